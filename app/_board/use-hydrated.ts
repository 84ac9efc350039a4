'use client';

import { useSyncExternalStore } from 'react';

/** Do scripts run? False in what the server renders. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
