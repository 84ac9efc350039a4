'use client';

import { useSyncExternalStore } from 'react';
import { useFormatter } from 'use-intl/react';

const never = () => () => {};

interface WhenProps {
  readonly from: number;
  /** `null`: it is still running. */
  readonly to: number | null;
}

/** A time of day, in the reader's time zone. */
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

/** A date and time in the reader's time zone; before scripts run, and without them, in UTC. */
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
