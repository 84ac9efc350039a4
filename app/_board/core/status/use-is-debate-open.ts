'use client';

import { useBoard } from '../store/board-context.tsx';

/** True unless the debate is closed or archived. */
export function useIsDebateOpen(): boolean {
  return useBoard(({ replica }) => replica.view.head?.status === 'open');
}
