'use client';

import { useSyncExternalStore } from 'react';
import { WIDE } from './wide.ts';

/** Returns whether the screen is a phone's. False before scripts run. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => !window.matchMedia(WIDE).matches,
    () => false,
  );
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
