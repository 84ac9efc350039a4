'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useFormatter } from 'use-intl/react';

const never = () => () => {};

/** Says a server time in its reader's zone; before scripts run, and without them, in that of Greenwich. */
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
