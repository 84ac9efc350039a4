'use client';

import { useReaderTime } from '#app/_ui/time/use-reader-time.ts';

interface WhenProps {
  readonly from: number;
  /** `null`: it is still running. */
  readonly to: number | null;
}

/** A time of day, in the reader's time zone. */
export function Time({ at }: { at: number }) {
  const { time } = useReaderTime();
  return <time dateTime={new Date(at).toISOString()}>{time(at)}</time>;
}

/** A date and time in the reader's time zone; before scripts run, and without them, in UTC. */
export function When({ from, to }: WhenProps) {
  const { day, time, moment } = useReaderTime();
  return (
    <>
      <time dateTime={new Date(from).toISOString()}>{moment(from)}</time>
      {' – '}
      {to !== null && (
        <time dateTime={new Date(to).toISOString()}>{day(from) === day(to) ? time(to) : moment(to)}</time>
      )}
    </>
  );
}
