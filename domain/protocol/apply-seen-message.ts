import { mergeSeen, type Seen } from '../unread/seen.ts';
import type { SeenMessage } from './seen-messages.ts';

/** The read marks after a message; none is later than `at`, the time of the last entry. */
export function applySeenMessage(
  seen: Seen,
  { until = 0, left = 0, later = [] }: SeenMessage,
  at: number,
): Seen {
  const marks = later.map(([placeId, time]) => [placeId, Math.min(time, at)] as const);
  return mergeSeen(seen, { until: Math.min(until, at), left: Math.min(left, at), later: new Map(marks) });
}
