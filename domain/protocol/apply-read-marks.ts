import { mergeReadMarks, type ReadMarks } from '../unread/read-marks.ts';
import type { ReadMarksMessage } from './read-marks-messages.ts';

/** The read marks after a message; none is later than `at`, the time of the last entry. */
export function applyReadMarks(
  seen: ReadMarks,
  { until = 0, left = 0, later = [] }: ReadMarksMessage,
  at: number,
): ReadMarks {
  const marks = later.map(([placeId, time]) => [placeId, Math.min(time, at)] as const);
  return mergeReadMarks(seen, {
    until: Math.min(until, at),
    left: Math.min(left, at),
    later: new Map(marks),
  });
}
