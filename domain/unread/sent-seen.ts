import type { Seen } from './seen.ts';

/** What a participant has seen, as it travels and is stored. */
export interface SentSeen {
  readonly until: number;
  readonly left: number;
  readonly later: readonly (readonly [placeId: string, at: number])[];
}

/** As it is told and stored. */
export function sentSeen({ until, left, later }: Seen): SentSeen {
  return { until, left, later: [...later] };
}

/** What was told or stored. */
export function receivedSeen({ until, left, later }: SentSeen): Seen {
  return { until, left, later: new Map(later) };
}
