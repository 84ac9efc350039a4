'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useFormatter } from 'use-intl/react';

const never = () => () => {};

/** Returns a function that formats a server time in the reader's time zone; before scripts run, and without them, in UTC. */
export function useSaidTime(): (at: number) => string {
  const format = useFormatter();
  const isHere = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return useCallback(
    (at) =>
      format.dateTime(at, {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        ...(!isHere && { timeZone: 'UTC', timeZoneName: 'short' }),
      }),
    [format, isHere],
  );
}
