'use client';

import { useEffect, useState } from 'react';

/** Milliseconds in which nobody has read what the buttons say now. */
const UNREAD = 1_000;

/**
 * Has another phase just come, by oneself or by somebody else who runs the debate? The way on stands where the one before stood:
 * who presses it in this moment meant that one.
 */
export function useJustTurned(phaseId: string | null): boolean {
  const [known, setKnown] = useState(phaseId);
  const [isUnread, setUnread] = useState(false);
  if (known !== phaseId) {
    setKnown(phaseId);
    setUnread(true);
  }
  useEffect(() => {
    if (!isUnread) return;
    const timer = window.setTimeout(() => setUnread(false), UNREAD);
    return () => window.clearTimeout(timer);
  }, [isUnread]);
  return isUnread;
}
