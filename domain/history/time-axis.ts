import { lastAt } from './steps-of.ts';

/** A quiet period is drawn at most as long as this many usual ones. */
const QUIET = 25;

/** A timeline on which quiet periods are shortened, so that busy ones can be distinguished. */
export class TimeAxis {
  readonly #times: readonly number[];
  /** Places of the times, from 0 to 1. */
  readonly #places: readonly number[];

  /** `times`: ascending. */
  constructor(times: readonly number[]) {
    this.#times = times;
    this.#places = placesOf(times);
  }

  /** Place of a time, from 0 to 1. */
  placeOf(at: number): number {
    const step = lastAt(this.#times, at);
    const [from, to] = [this.#times[step], this.#times[step + 1]];
    if (from === undefined) return 0;
    if (to === undefined) return 1;
    const [start, end] = [this.#places[step] ?? 0, this.#places[step + 1] ?? 1];
    return start + ((at - from) / (to - from)) * (end - start);
  }

  /** Time at a place. */
  timeAt(place: number): number {
    const step = Math.min(Math.max(lastAt(this.#places, place), 0), Math.max(0, this.#times.length - 2));
    const [from = 0, to = from] = [this.#times[step], this.#times[step + 1]];
    const [start = 0, end = 1] = [this.#places[step], this.#places[step + 1]];
    const part = end === start ? 0 : (place - start) / (end - start);
    return Math.round(from + Math.min(Math.max(part, 0), 1) * (to - from));
  }

  /** Step nearest to a place. */
  stepAt(place: number): number {
    const step = Math.max(0, lastAt(this.#places, place));
    const [here = 0, next = Number.POSITIVE_INFINITY] = [this.#places[step], this.#places[step + 1]];
    return next - place < place - here ? step + 1 : step;
  }

  /** Sums `counts`, one per time, into at most `bars` bars of equal width. */
  bars(counts: readonly number[], bars: number): number[] {
    const sums = Array.from({ length: bars }, () => 0);
    counts.forEach((count, step) => {
      const bar = Math.min(bars - 1, Math.floor((this.#places[step] ?? 0) * bars));
      sums[bar] = (sums[bar] ?? 0) + count;
    });
    return sums;
  }
}

function placesOf(times: readonly number[]): number[] {
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  const usual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0;
  const most = Math.max(1, usual * QUIET);
  const lengths = gaps.map((gap) => Math.min(gap, most));
  const all = Math.max(
    1,
    lengths.reduce((sum, length) => sum + length, 0),
  );
  let place = 0;
  return times.map((_, step) => {
    if (step > 0) place += (lengths[step - 1] ?? 0) / all;
    return Math.min(1, place);
  });
}
