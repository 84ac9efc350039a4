'use client';

import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Question } from '#domain/debate/questions/question.ts';
import { questionsInOrder } from '#domain/debate/questions/questions.ts';
import { areTalliesRestricted } from '#domain/debate/votes/ballots.ts';
import { namesOfQuestion } from '#domain/debate/votes/support.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { hasSameItems } from '../../core/store/has-same-items.ts';

/** Returns the questions to show, in their order. */
export function useQuestions(): readonly Question[] {
  return useBoard(({ replica }) => shownQuestions(replica.view).ordered);
}

/** Returns the questions that wait for an answer by their ids, in their order. */
export function openQuestions(view: QuestionView): ReadonlyMap<string, Question> {
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

type QuestionView = Pick<DebateState, 'questions' | 'hidden' | 'embargoed'>;

interface ShownQuestions {
  readonly of: QuestionView;
  readonly ordered: readonly Question[];
  readonly open: ReadonlyMap<string, Question>;
}

/** Put in order once for all who show them. */
const known = new WeakMap<QuestionView['questions'], ShownQuestions>();

function shownQuestions({ questions, hidden, embargoed }: QuestionView): ShownQuestions {
  const before = known.get(questions);
  if (before && before.of.hidden === hidden && before.of.embargoed === embargoed) return before;
  const of = { questions, hidden, embargoed };
  const ordered = questionsInOrder(of);
  const open = new Map(ordered.flatMap((one) => (one.answered ? [] : [[one.id, one] as const])));
  const shown = { of, ordered, open };
  known.set(questions, shown);
  return shown;
}

/** True if nobody sees how many support a question. A browser would show only the viewer's own support then. */
export function useIsSupportHidden(): boolean {
  return useBoard(({ replica }) => areTalliesRestricted(replica.view));
}
