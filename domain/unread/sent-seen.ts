import type { Seen } from './seen.ts';

/** A participant's read marks, as sent and stored. */
export interface SentSeen {
  readonly until: number;
  readonly left: number;
  readonly later: readonly (readonly [placeId: string, at: number])[];
}

/** Encodes read marks for sending and storing. */
export function sentSeen({ until, left, later }: Seen): SentSeen {
  return { until, left, later: [...later] };
}

/** Decodes sent or stored read marks. */
export function receivedSeen({ until, left, later }: SentSeen): Seen {
  return { until, left, later: new Map(later) };
}
