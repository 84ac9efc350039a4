'use client';

import { areTalliesHidden } from '#domain/debate/votes/ballots.ts';
import { useBoard } from '../store/board-context.tsx';

/** True if no tallies are disclosed now. A browser would show only the viewer's own vote then. */
export function useTalliesHidden(): boolean {
  return useBoard(({ replica }) => areTalliesHidden(replica.view));
}
