'use client';

import { useEffect } from 'react';
import { useBoard } from '../../core/store/board-context.tsx';

/** Makes the browser ask before the page is left while changes are neither sent nor kept. */
export function useWarnUnsent(): void {
  const unsent = useBoard(
    ({ replica, isPersisted, unsentOfOthers }) =>
      (replica.pending.length > 0 && !isPersisted) || unsentOfOthers > 0,
  );
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsent]);
}
