'use client';

import { useSyncExternalStore } from 'react';

const WITHOUT_HOVER = '(hover: none)';

/** Is there nothing that points without pressing? Then what else shows under a pointer has to be there at once. */
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
