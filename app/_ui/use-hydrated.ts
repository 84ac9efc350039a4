'use client';

import { useSyncExternalStore } from 'react';

/** Returns whether scripts run. False in the server's rendering. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
