import type { EffectOn, EntryFrame } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { embargo } from '../visibility/embargo.ts';
import { hideContent } from '../visibility/hide-content.ts';
import { supportCounted, withSupport } from '../votes/support.ts';
import type { Question } from './question.ts';

type QuestionEffect = EffectOn<'question'>;

/** Folds questions from the floor. */
export function evolveQuestion(state: DebateState, effect: QuestionEffect, entry: EntryFrame): DebateState {
  if (effect.type === 'question.asked') return ask(state, effect, entry);
  const { questionId } = effect;
  const question = state.questions.get(questionId);
  if (!question) return state;
  switch (effect.type) {
    case 'question.supported':
      return withSupport(state, questionId, entry.author, effect.supported);
    case 'question.withdrawn':
      return put(state, { ...question, withdrawn: effect.withdrawn });
    case 'question.merged':
      return supportCounted(state, put(state, { ...question, into: effect.into }), [effect.into]);
    case 'question.unmerged':
      return supportCounted(state, put(state, { ...question, into: null }), [questionId, effect.from]);
    case 'question.pinned':
      return put(state, { ...question, pinned: effect.pinned });
    case 'question.answered':
      return put(state, { ...question, answered: effect.answered });
  }
}

function ask(
  state: DebateState,
  { questionId: id, text, pendingApproval, embargoed }: Extract<QuestionEffect, { type: 'question.asked' }>,
  { author, at }: EntryFrame,
): DebateState {
  const asked = put(state, {
    id,
    text,
    author,
    at,
    withdrawn: false,
    pinned: false,
    answered: false,
    into: null,
  });
  const added = embargoed ? embargo(asked, id, author) : asked;
  return pendingApproval ? hideContent(added, [id], 'pending_approval', { by: author, at }) : added;
}

function put(state: DebateState, question: Question): DebateState {
  return { ...state, questions: state.questions.set(question.id, question) };
}
