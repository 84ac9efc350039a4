/** Interval lengths in milliseconds: customary units of time. */
const STEPS = [1, 5, 15, 60, 180, 720, 1_440, 10_080, 43_200, 525_600].map((minutes) => minutes * 60_000);
/** Maximum intervals in a chart. */
const STRETCHES = 30;

/** Consecutive intervals of one length, starting at a round time. */
export interface TimeBins {
  /** Milliseconds of one interval. */
  readonly step: number;
  /** Milliseconds since 1970 at which each begins. */
  readonly from: readonly number[];
}

/** The intervals that contain all of these times, including empty ones in between; none for no times. */
export function axisOver(times: Iterable<number>): TimeBins {
  const [shortest = 60_000] = STEPS;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const at of times) [first, last] = [Math.min(first, at), Math.max(last, at)];
  if (first > last) return { step: shortest, from: [] };
  const step = STEPS.find((each) => (last - first) / each < STRETCHES - 1) ?? STEPS.at(-1) ?? shortest;
  const begin = Math.floor(first / step);
  const length = Math.floor(last / step) - begin + 1;
  return { step, from: Array.from({ length }, (_, nth) => (begin + nth) * step) };
}

/** Index of the interval of an axis that contains a time. */
export function stretchAt({ step, from: [begin = 0] }: TimeBins, at: number): number {
  return Math.floor((at - begin) / step);
}
