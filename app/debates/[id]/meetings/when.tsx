'use client';

import { useSyncExternalStore } from 'react';
import { useFormatter } from 'use-intl/react';

const never = () => () => {};

interface WhenProps {
  readonly from: number;
  /** Null: it goes on. */
  readonly to: number | null;
}

/** The time of day at which something was, in its reader's time. */
export function Time({ at }: { at: number }) {
  const format = useFormatter();
  const isHere = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const zone = isHere ? {} : ({ timeZone: 'UTC', timeZoneName: 'short' } as const);
  return (
    <time dateTime={new Date(at).toISOString()}>
      {format.dateTime(at, { hour: 'numeric', minute: '2-digit', ...zone })}
    </time>
  );
}

/** When something was, in its reader's time; before scripts run, and without them, in that of Greenwich. */
export function When({ from, to }: WhenProps) {
  const format = useFormatter();
  const isHere = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const zone = isHere ? {} : ({ timeZone: 'UTC', timeZoneName: 'short' } as const);
  const isOneDay = to !== null && new Date(from).toDateString() === new Date(to).toDateString();
  const full = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  } as const;
  const short = isOneDay ? ({ hour: 'numeric', minute: '2-digit' } as const) : full;
  return (
    <>
      <time dateTime={new Date(from).toISOString()}>{format.dateTime(from, { ...full, ...zone })}</time>
      {' – '}
      {to !== null && (
        <time dateTime={new Date(to).toISOString()}>{format.dateTime(to, { ...short, ...zone })}</time>
      )}
    </>
  );
}
