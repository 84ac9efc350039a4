'use client';

import { useCallback, useEffect } from 'react';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import { summaryOf } from './summary-of.ts';
import { noteKeptForSomeone } from './use-kept-for.ts';
import { useKeptPage } from './use-kept-page.ts';

/** Has the browser keep the board that is open, when `whole`. */
export function useKeptBoard(whole: boolean): void {
  const store = useBoardStore();
  const isSomeones = useBoard(({ replica }) => replica.participantId !== null);
  useEffect(() => {
    if (isSomeones) noteKeptForSomeone();
  }, [isSomeones]);
  useKeptPage(
    whole,
    useCallback(() => summaryOf(store.state()), [store]),
  );
}
