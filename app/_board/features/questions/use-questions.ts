'use client';

import { useMemo } from 'react';
import type { Question } from '#domain/debate/questions/question.ts';
import { questionsInOrder } from '#domain/debate/questions/questions.ts';
import { areTalliesRestricted } from '#domain/debate/votes/ballots.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** Returns the questions to show, in their order. */
export function useQuestions(): readonly Question[] {
  const questions = useBoard(({ replica }) => replica.view.questions);
  const hidden = useBoard(({ replica }) => replica.view.hidden);
  const embargoed = useBoard(({ replica }) => replica.view.embargoed);
  return useMemo(() => questionsInOrder({ questions, hidden, embargoed }), [questions, hidden, embargoed]);
}

/** True if nobody sees how many support a question. A browser would show only the viewer's own support then. */
export function useIsSupportHidden(): boolean {
  return useBoard(({ replica }) => areTalliesRestricted(replica.view));
}
