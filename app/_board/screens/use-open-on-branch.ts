'use client';

import { useEffect } from 'react';
import { useViewActs } from '../core/view/view-state.tsx';
import { WIDE } from '../core/view/wide.ts';

/** Selects the claim of a branch's page, so that the map goes there too. On a phone the sheet would cover it. */
export function useOpenOnBranch(branch: string | undefined): void {
  const { select } = useViewActs();
  useEffect(() => {
    if (branch === undefined || window.location.hash || !window.matchMedia(WIDE).matches) return;
    select({ kind: 'claim', id: branch });
  }, [branch, select]);
}
