'use client';

import { useCallback } from 'react';
import { useBoardStore } from '../store/board-context.tsx';
import type { BoardState } from '../store/board-state.ts';
import type { KeptSummary } from './kept-summary.ts';
import { useKeptPage } from './use-kept-page.ts';

/** Has the browser keep the board that is open, when `whole`. */
export function useKeptBoard(whole: boolean): void {
  const store = useBoardStore();
  useKeptPage(
    whole,
    useCallback(() => summaryOf(store.state()), [store]),
  );
}

function summaryOf({ debateId, replica }: BoardState): KeptSummary | null {
  const { head, positions, claims } = replica.confirmed;
  if (head === null) return null;
  return {
    debateId,
    title: head.title,
    motion: head.motion,
    positions: [...positions.values()]
      .filter(({ removed }) => !removed)
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map(({ id, name, hue }) => ({ id, name, hue })),
    claims: claims.count(({ retracted }) => !retracted),
    keptAt: Date.now(),
  };
}
