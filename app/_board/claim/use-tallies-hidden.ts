'use client';

import { areTalliesHidden } from '../../../domain/debate/votes/ballots.ts';
import { useBoard } from '../store/board-context.tsx';

/** Is no tally told now? What a browser would show then is one's own vote alone. */
export function useTalliesHidden(): boolean {
  return useBoard(({ replica }) => areTalliesHidden(replica.view));
}
