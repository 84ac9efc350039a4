import { needsApproval } from '../contributions/needs-approval.ts';
import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import { type DebateState, isTaken } from '../engine/state.ts';
import { textProblem } from '../texts/wording.ts';
import { embargoFlag } from '../visibility/embargo.ts';
import { isHiddenFromReaders } from '../visibility/hidden-content.ts';
import { mergedWayOf, questionNow } from '../visibility/shown-question.ts';
import { isSupporter, namesOfQuestion } from '../votes/support.ts';
import type { QUESTION_OPERATIONS } from './operations.ts';
import type { Question } from './question.ts';
import { isOpen } from './questions.ts';

type QuestionOperation = OperationOf<keyof typeof QUESTION_OPERATIONS>;

/** Asks a question from the floor, supports and withdraws it; merges it with another, pins it, and marks it answered. */
export function decideQuestion(state: DebateState, operation: QuestionOperation, actor: Actor): Decision {
  if (operation.type === 'question.ask') return decideAsk(state, operation, actor);
  const { questionId } = operation;
  const question = state.questions.get(questionId);
  if (!question) return refuse('unknown_question');
  if (!may(state, actor, operation.type, question.author)) return refuse('not_allowed');
  if (operation.type === 'question.support') return decideSupport(state, operation, actor);
  if (operation.type === 'question.withdraw') {
    const { withdrawn } = operation;
    if (question.withdrawn === withdrawn) return refuse('nothing_changed');
    if (isOpen({ ...question, withdrawn }) && hasAllOpen(state, question.author))
      return refuse('questions_full', LIMITS.openQuestions);
    return accept({ type: 'question.withdrawn', questionId, withdrawn });
  }
  if (operation.type === 'question.merge') return decideMerge(state, operation, question);
  if (question.withdrawn) return refuse('question_withdrawn');
  if (questionNow(state, questionId) !== questionId) return refuse('question_merged');
  if (operation.type === 'question.pin') {
    const { pinned } = operation;
    if (question.pinned === pinned) return refuse('nothing_changed');
    return accept({ type: 'question.pinned', questionId, pinned });
  }
  const { answered } = operation;
  if (question.answered === answered) return refuse('nothing_changed');
  const marked = { type: 'question.answered', questionId, answered } as const;
  // The stage is free for the next one.
  if (!answered || state.spotlight?.on !== questionId) return accept(marked);
  return accept(marked, { type: 'spotlight.set', on: null, call: false });
}

function decideAsk(
  state: DebateState,
  { questionId, text }: OperationOf<'question.ask'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, 'question.ask')) return refuse('not_allowed');
  const problem = textProblem(text, LIMITS.questionCharacters);
  if (problem) return refuse(problem);
  if (isTaken(state, questionId)) return refuse('id_taken');
  if (hasAllOpen(state, actor.id)) return refuse('questions_full', LIMITS.openQuestions);
  if (state.questions.size >= LIMITS.questions) return refuse('too_many', LIMITS.questions);
  if (state.questions.count(({ author }) => author === actor.id) >= LIMITS.questionsOfOne)
    return refuse('questions_used_up', LIMITS.questionsOfOne);
  const asked = { type: 'question.asked', questionId, text, ...embargoFlag(state) } as const;
  return accept(needsApproval(state, actor) ? { ...asked, pendingApproval: true } : asked);
}

/** True if as many of a person's questions wait for an answer as may. */
function hasAllOpen({ questions }: DebateState, person: string): boolean {
  return questions.count((one) => one.author === person && isOpen(one)) >= LIMITS.openQuestions;
}

/** Support that was on its way while the question was merged counts for the one it was merged into. */
function decideSupport(
  state: DebateState,
  { questionId: named, supported }: OperationOf<'question.support'>,
  { id }: Actor,
): Decision {
  const questionId = questionNow(state, named);
  const question = state.questions.get(questionId);
  if (!question) return refuse('unknown_question');
  if (question.withdrawn) return refuse('question_withdrawn');
  if (question.answered) return refuse('question_answered');
  if (isSupporter(state, questionId, id) === supported) return refuse('nothing_changed');
  return accept({ type: 'question.supported', questionId, supported });
}

function decideMerge(
  state: DebateState,
  { questionId, into }: OperationOf<'question.merge'>,
  question: Question,
): Decision {
  const { into: from } = question;
  if (from === into) return refuse('nothing_changed');
  const isHidden = [questionId, into ?? ''].some((id) => isHiddenFromReaders(state, id));
  if (isHidden) return refuse('content_hidden');
  const unmerged = from === null ? [] : [{ type: 'question.unmerged', questionId, from } as const];
  if (into === null) return accept(...unmerged);
  const target = state.questions.get(into);
  if (!target) return refuse('unknown_question');
  if (into === questionId) return refuse('merge_loop');
  const isMerged = [questionId, into].some((id) => questionNow(state, id) !== id);
  if (question.withdrawn || target.withdrawn) return refuse('question_withdrawn');
  if (isMerged) return refuse('question_merged');
  // Those of a withdrawn question are counted with it once it is asked again.
  const last = mergedWayOf(state, into).at(-1) ?? into;
  const together = new Set([last, questionId].flatMap((id) => namesOfQuestion(state, id)));
  if (together.size > LIMITS.questionsTogether) return refuse('too_many', LIMITS.questionsTogether);
  return accept(...unmerged, { type: 'question.merged', questionId, into });
}
