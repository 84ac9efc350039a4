'use client';

import { useMay } from '../claim/use-claim.ts';
import { useBoard } from '../store/board-context.tsx';

/** May one write anything here at all? Else there is nothing to try again, and nowhere to put it. */
export function useMayTry(): boolean {
  const isRefused = useBoard(({ connection }) => connection.kind === 'refused');
  return useMay('comment.add') && !isRefused;
}
