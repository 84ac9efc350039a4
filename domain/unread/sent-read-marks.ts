import type { ReadMarks } from './read-marks.ts';

/** A participant's read marks, as sent and stored. */
export interface SentReadMarks {
  readonly until: number;
  readonly left: number;
  readonly later: readonly (readonly [placeId: string, at: number])[];
}

/** Encodes read marks for sending and storing. */
export function packReadMarks({ until, left, later }: ReadMarks): SentReadMarks {
  return { until, left, later: [...later] };
}

/** Decodes sent or stored read marks. */
export function unpackReadMarks({ until, left, later }: SentReadMarks): ReadMarks {
  return { until, left, later: new Map(later) };
}
