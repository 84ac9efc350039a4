'use client';

import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Question } from '#domain/debate/questions/question.ts';
import { questionsInOrder } from '#domain/debate/questions/questions.ts';
import { isHiddenFromReaders } from '#domain/debate/visibility/hidden-content.ts';
import { areTalliesRestricted } from '#domain/debate/votes/ballots.ts';
import { namesOfQuestion } from '#domain/debate/votes/support.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { hasSameItems } from '../../core/store/has-same-items.ts';

/** Returns the questions to show, in their order. */
export function useQuestions(): readonly Question[] {
  return useBoard(({ replica }) => shownQuestions(replica.view).ordered);
}

/** Returns the questions that wait for an answer and that everyone sees by their ids, in their order. */
export function openQuestions(view: DebateState): ReadonlyMap<string, Question> {
  return shownQuestions(view).open;
}

/**
 * Returns the questions that were merged into this one. It is the same list while they are the same records: support for one question draws
 * no other again.
 */
export function useMergedQuestions(questionId: string): readonly Question[] {
  return useBoard(({ replica }) => mergedQuestions(replica.view, questionId), hasSameItems);
}

const NO_QUESTIONS: readonly Question[] = [];

function mergedQuestions(view: Pick<DebateState, 'questions'>, questionId: string): readonly Question[] {
  const [, ...merged] = namesOfQuestion(view, questionId);
  return merged.length === 0 ? NO_QUESTIONS : merged.flatMap((id) => view.questions.get(id) ?? []);
}

interface ShownQuestions {
  readonly of: Pick<DebateState, 'hidden' | 'embargoed'>;
  readonly ordered: readonly Question[];
  readonly open: ReadonlyMap<string, Question>;
}

/** Put in order once for all who show them. */
const known = new WeakMap<DebateState['questions'], ShownQuestions>();

function shownQuestions(view: DebateState): ShownQuestions {
  const { questions, hidden, embargoed } = view;
  const before = known.get(questions);
  if (before && before.of.hidden === hidden && before.of.embargoed === embargoed) return before;
  const ordered = questionsInOrder(view);
  const isOpen = ({ id, answered }: Question) => !answered && !isHiddenFromReaders(view, id);
  const open = new Map(ordered.flatMap((one) => (isOpen(one) ? [[one.id, one] as const] : [])));
  const shown = { of: { hidden, embargoed }, ordered, open };
  known.set(questions, shown);
  return shown;
}

/** True if nobody sees how many support a question. A browser would show only the viewer's own support then. */
export function useIsSupportHidden(): boolean {
  return useBoard(({ replica }) => areTalliesRestricted(replica.view));
}
