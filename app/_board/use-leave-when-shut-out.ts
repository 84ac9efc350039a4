'use client';

import { useEffect } from 'react';
import { useBoard } from './store/board-context.tsx';

/**
 * Who may not read this debate any more, having been signed out elsewhere, does not go on reading what their page still
 * has: it is asked for anew, and comes as the server gives it now. What was not sent is never taken from its author's
 * eyes: with such words the page stays.
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
