'use client';

import { useSyncExternalStore } from 'react';
import { WIDE } from './wide.ts';

/** Is the screen a phone's? Not before scripts run. */
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
