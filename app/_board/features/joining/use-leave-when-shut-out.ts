'use client';

import { useEffect } from 'react';
import { useBoard } from '../../core/store/board-context.tsx';

/**
 * Reloads the page when the viewer may no longer read this debate because they signed out elsewhere: the server then decides what they
 * see. Unsent text is never taken from its author: with such text the page stays.
 */
export function useLeaveWhenShutOut(): void {
  const shutOut = useBoard(({ connection, replica, refused }) => {
    const gone = connection.kind === 'refused' && connection.rejection.code === 'debate_not_found';
    return gone && replica.pending.length === 0 && refused.length === 0;
  });
  useEffect(() => {
    if (shutOut) window.location.reload();
  }, [shutOut]);
}
