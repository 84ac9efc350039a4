import type { CompiledGraph } from './compiled-graph.ts';

/** How still it must be: the fastest argument of a circle moves less than this in a unit of time. */
const STILL = 1e-13;
/** Steps at each of the lengths below, by which circles that swing at long steps come to rest at short ones. */
const STEPS = 4_000;
const STEP_LENGTHS = [0.5, 0.125, 0.03125];
/** How many values may be reckoned for one circle, so that a large one ends in time. */
const WORK = 4_000_000;

/** The values that move, what each place would be by the others, and where an argument begins. */
export interface Motion {
  readonly values: Float64Array;
  readonly worthOf: (place: number) => number;
  readonly startOf: (place: number) => number;
}

/**
 * Where arguments that depend on each other come to rest, beginning at their base scores: each moves towards what the others
 * make of it (ds/dt = what it would be − s), followed by Runge and Kutta's fourth order. Puts the values in and says whether
 * they rest.
 */
export function restPoint(
  graph: CompiledGraph,
  part: readonly number[],
  { values, worthOf, startOf }: Motion,
): boolean {
  const arguments_ = part.filter((place) => place < graph.argumentCount);
  const links = part.filter((place) => place >= graph.argumentCount);
  const settleLinks = () => {
    let moved = 0;
    for (const link of links) {
      const value = worthOf(link);
      moved = Math.max(moved, Math.abs(value - (values[link] ?? 0)));
      values[link] = value;
    }
    return moved;
  };
  const follow = (length: number, steps: number) => {
    for (const place of arguments_) values[place] = startOf(place);
    for (const link of links) values[link] = 0;
    for (let nth = 0; nth < links.length && settleLinks() > 0; nth += 1);
    for (let step = 0; step < steps; step += 1) {
      if (rungeKutta(arguments_, values, worthOf, settleLinks, length) < STILL) return true;
    }
    return false;
  };
  const steps = Math.max(50, Math.min(STEPS, Math.floor(WORK / (part.length * 4))));
  return STEP_LENGTHS.some((length) => follow(length, steps));
}

/** One step; answers the speed at its beginning, and does not take it where that is stillness. */
function rungeKutta(
  places: readonly number[],
  values: Float64Array,
  worthOf: (place: number) => number,
  settleLinks: () => number,
  length: number,
): number {
  const start = places.map((place) => values[place] ?? 0);
  const speeds = () => places.map((place) => worthOf(place) - (values[place] ?? 0));
  const put = (by: readonly number[], times: number) => {
    for (const [nth, place] of places.entries()) values[place] = (start[nth] ?? 0) + times * (by[nth] ?? 0);
    settleLinks();
  };
  const moved = settleLinks();
  const first = speeds();
  const speed = first.reduce((fastest, each) => Math.max(fastest, Math.abs(each)), moved);
  if (speed < STILL) return speed;
  put(first, length / 2);
  const second = speeds();
  put(second, length / 2);
  const third = speeds();
  put(third, length);
  const fourth = speeds();
  const mean = first.map(
    (one, nth) => (one + 2 * (second[nth] ?? 0) + 2 * (third[nth] ?? 0) + (fourth[nth] ?? 0)) / 6,
  );
  put(mean, length);
  return speed;
}
