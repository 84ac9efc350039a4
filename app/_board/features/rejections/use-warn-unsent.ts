'use client';

import { useEffect } from 'react';
import { useBoard } from '../../core/store/board-context.tsx';
import { isAtRisk } from '../../core/store/is-at-risk.ts';

/** Makes the browser ask before the page is left while changes or drafts are neither sent nor kept. */
export function useWarnUnsent(): void {
  const unsent = useBoard((state) => isAtRisk(state) || state.unsentOfOthers > 0);
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsent]);
}
