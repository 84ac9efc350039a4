'use client';

import { useCallback } from 'react';
import { useBoardStore } from '../store/board-context.tsx';
import { summaryOf } from './summary-of.ts';
import { useKeptPage } from './use-kept-page.ts';

/** Has the browser keep the board that is open, when `whole`. */
export function useKeptBoard(whole: boolean): void {
  const store = useBoardStore();
  useKeptPage(
    whole,
    useCallback(() => summaryOf(store.state()), [store]),
  );
}
