'use client';

import { useEffect, useState } from 'react';
import type { Claim } from '../../../domain/debate/records/claim.ts';
import { useBoard } from '../store/board-context.tsx';

/** Milliseconds for which a change by others is pointed out. */
const ACCENT = 4_000;

export type Touched = 'new' | 'changed';

/** Has somebody else just added this claim, or changed it? Null again after a moment. */
export function useTouched(claim: Claim): Touched | null {
  const at = useBoard((state) => state.touched.get(claim.id));
  const added = useBoard(({ replica }) => replica.view.at - claim.at < ACCENT);
  const [over, setOver] = useState<number | null>(null);
  useEffect(() => {
    if (at === undefined) return;
    const timer = window.setTimeout(() => setOver(at), Math.max(0, at + ACCENT - Date.now()));
    return () => window.clearTimeout(timer);
  }, [at]);
  if (at === undefined || at === over) return null;
  return added ? 'new' : 'changed';
}
