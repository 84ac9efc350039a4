'use client';

import { useSyncExternalStore } from 'react';

const WITHOUT_HOVER = '(hover: none)';

/** Returns whether no pointing device can hover. Then what shows on hover elsewhere has to be visible at once. */
export function useWithoutHover(): boolean {
  return useSyncExternalStore(
    onChange,
    () => window.matchMedia(WITHOUT_HOVER).matches,
    () => false,
  );
}

function onChange(changed: () => void): () => void {
  const query = window.matchMedia(WITHOUT_HOVER);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
