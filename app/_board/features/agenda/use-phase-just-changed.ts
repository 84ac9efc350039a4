'use client';

import { useEffect, useState } from 'react';

/** Milliseconds within which nobody can have read the buttons' new labels. */
const UNREAD = 1_000;

/**
 * True if another phase has just begun, through this moderator or another. The button to the next phase is where the one before was: a
 * press in this moment was meant for that one.
 */
export function usePhaseJustChanged(phaseId: string | null): boolean {
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
