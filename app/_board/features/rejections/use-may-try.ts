'use client';

import { useMay } from '../../core/claims/use-claim.ts';
import { useBoard } from '../../core/store/board-context.tsx';

/** True if the viewer may write anything here. Otherwise there is nothing to retry, and nowhere to place it. */
export function useMayTry(): boolean {
  const isRefused = useBoard(({ connection }) => connection.kind === 'refused');
  return useMay('comment.add') && !isRefused;
}
