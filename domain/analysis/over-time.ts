/** Lengths a stretch of time may have, in milliseconds: as people count time. */
const STEPS = [1, 5, 15, 60, 180, 720, 1_440, 10_080, 43_200, 525_600].map((minutes) => minutes * 60_000);
/** Stretches a picture has at most. */
const STRETCHES = 30;

/** Stretches of one length, one after another, from a round time on. */
export interface TimeAxis {
  /** Milliseconds of one stretch. */
  readonly step: number;
  /** Milliseconds since 1970 at which each begins. */
  readonly from: readonly number[];
}

/** The stretches in which all of these times lie, those without any left in between; none for no times. */
export function axisOver(times: Iterable<number>): TimeAxis {
  const [shortest = 60_000] = STEPS;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const at of times) [first, last] = [Math.min(first, at), Math.max(last, at)];
  if (first > last) return { step: shortest, from: [] };
  const step = STEPS.find((each) => (last - first) / each < STRETCHES - 1) ?? STEPS.at(-1) ?? shortest;
  const begin = Math.floor(first / step);
  const length = Math.floor(last / step) - begin + 1;
  return { step, from: Array.from({ length }, (_, nth) => (begin + nth) * step) };
}

/** Which stretch of an axis a time is in. */
export function stretchAt({ step, from: [begin = 0] }: TimeAxis, at: number): number {
  return Math.floor((at - begin) / step);
}
