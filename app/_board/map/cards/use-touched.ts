'use client';

import { useEffect, useState } from 'react';
import type { Claim } from '#domain/debate/map/claim.ts';
import { useBoard } from '../../core/store/board-context.tsx';
import { useTouchedBelow } from '../../features/claims/presence/use-activity-below.ts';

/** Milliseconds for which a change by others is highlighted. */
const ACCENT = 4_000;

/** `below`: something folded under it was added or changed. */
export type Touched = 'new' | 'changed' | 'below';

/**
 * Returns whether someone else has just added or changed this claim, or written below it while it is folded. `null` again after a moment.
 */
export function useTouched(claim: Claim, isFolded: boolean): Touched | null {
  const own = useBoard((state) => state.recentlyChanged.get(claim.id));
  const below = useTouchedBelow(claim.id, isFolded);
  const at = own ?? below;
  const added = useBoard(({ replica }) => replica.view.at - claim.at < ACCENT);
  const [over, setOver] = useState<number | null>(null);
  useEffect(() => {
    if (at === undefined) return;
    const timer = window.setTimeout(() => setOver(at), Math.max(0, at + ACCENT - Date.now()));
    return () => window.clearTimeout(timer);
  }, [at]);
  if (at === undefined || at === over) return null;
  if (own === undefined) return 'below';
  return added ? 'new' : 'changed';
}
