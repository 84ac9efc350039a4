'use client';

import { useCallback } from 'react';
import { useBoard, useBoardStore } from '../store/board-context.tsx';
import { summaryOf } from './summary-of.ts';
import { useKeptForReader } from './use-kept-for.ts';
import { useKeptPage } from './use-kept-page.ts';

/** Keeps the open board in the browser if `whole`. */
export function useKeptBoard(whole: boolean): void {
  const store = useBoardStore();
  const isSignedIn = useBoard(({ replica }) => replica.participantId !== null);
  const isTheirs = useKeptForReader(isSignedIn);
  useKeptPage(
    whole && isTheirs,
    useCallback(() => summaryOf(store.state()), [store]),
  );
}
