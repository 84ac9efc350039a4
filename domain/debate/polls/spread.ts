import { inTwelveDigits } from './choices.ts';

/** Numbers that lie together; `from` belongs to it, `to` doesn't. Null: everything below, or everything from there on. */
export interface Bin {
  readonly from: number | null;
  readonly to: number | null;
  readonly count: number;
}

/** How numbers are spread. */
export interface Spread {
  /** Null: too few people to show it. */
  readonly median: number | null;
  /** The first and the third quartile; null: too few people to show them. */
  readonly quartiles: readonly [number, number] | null;
  readonly bins: readonly Bin[];
  /** Numbers are whole, apart from those of too few people to show it. */
  readonly whole: boolean;
}

/** Bins of a histogram, at most, with those at its ends. */
const BINS = 11;
/** A number further than so many times the middle half's width from it is in a bin at the end: one of them would flatten all others. */
const FAR = 3;
/** The last of the digits of answers and figures, of the first one's size. */
const LAST_DIGIT = 1e-11;
/** The least width of a bin: doubles far below lose digits. */
const LEAST_WIDTH = 1e-300;

/**
 * The quantile of sorted numbers by linear interpolation between the two nearest: definition 7 of Hyndman and Fan, as in R, NumPy and the
 * QUARTILE.INC of spreadsheets.
 */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

/** The spread of numbers; `least`: no figure is shown that fewer people than this made. */
export function spreadOf(numbers: readonly number[], least = 1): Spread {
  const sorted = numbers.map(inTwelveDigits).sort((a, b) => a - b);
  const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share)) as [
    number,
    number,
    number,
  ];
  const isShown = (value: number) => {
    const below = sorted.filter((one) => one <= value).length;
    const above = sorted.filter((one) => one >= value).length;
    return sorted.length > 0 && Math.min(below, above) >= least;
  };
  // One person's fraction among whole numbers would show.
  const whole = sorted.filter((one) => !Number.isInteger(one)).length < least;
  const bins = histogram(sorted, { low, high, least, whole });
  return {
    median: isShown(median) ? inTwelveDigits(median) : null,
    quartiles: isShown(low) && isShown(high) ? [inTwelveDigits(low), inTwelveDigits(high)] : null,
    bins: least > 1 ? withOpenEnds(mergeFew(bins, least)) : bins,
    whole,
  };
}

interface Middle {
  /** The first and the third quartile. */
  readonly low: number;
  readonly high: number;
  readonly least: number;
  readonly whole: boolean;
}

/** Bins with round edges over the numbers that aren't far from the middle half, and one at each end for those that are. */
function histogram(sorted: readonly number[], { low, high, least, whole }: Middle): Bin[] {
  const reach = (high - low) * FAR;
  // Edges depend on numbers that enough people reach from either side.
  const near = sorted
    .slice(least - 1, sorted.length - least + 1)
    .filter((one) => one >= low - reach && one <= high + reach);
  const [first, last] = [near[0], near.at(-1)];
  if (first === undefined || last === undefined) return [];
  const ends = Number(sorted[0] !== first) + Number(sorted.at(-1) !== last);
  const { width, start, size } = steps(first, last, { most: BINS - ends, whole });
  const counts = Array.from({ length: size }, () => 0);
  const [begin, end] = [edge(start, width), edge(start + size, width)];
  const [below, above] = [sorted.filter((one) => one < begin), sorted.filter((one) => one >= end)];
  for (const one of sorted.slice(below.length, sorted.length - above.length)) {
    const at = stepOf(one, width) - start;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return [
    ...(below.length > 0 ? [{ from: null, to: begin, count: below.length }] : []),
    ...counts.map((count, at) => ({ from: edge(start + at, width), to: edge(start + at + 1, width), count })),
    ...(above.length > 0 ? [{ from: end, to: null, count: above.length }] : []),
  ];
}

/** Bins of the least round width that are at most so many. */
function steps(first: number, last: number, { most, whole }: { most: number; whole: boolean }) {
  const least = leastWidth(first, last, whole);
  const power = Math.max(least, tenth((last - first) / BINS));
  // A hundred times the power is wider than all numbers together.
  for (const times of [1, 2, 5, 10, 20, 50, 100]) {
    const width = inTwelveDigits(times * power);
    const start = stepOf(first, width);
    const size = stepOf(last, width) - start + 1;
    if (size <= most) return { width, start, size };
  }
  throw new RangeError('numbers are too far apart for a histogram');
}

/** The width that bins have at least: 1 for whole numbers; for equal ones a tenth; so much that their edges differ in any case. */
function leastWidth(first: number, last: number, whole: boolean): number {
  const largest = Math.max(Math.abs(first), Math.abs(last));
  const own = first === last ? tenth(largest / 10) : 0;
  return Math.max(whole ? 1 : own, tenth(largest) * LAST_DIGIT, LEAST_WIDTH);
}

/** The number of the bin that a number is in, from that which begins at 0. */
function stepOf(number: number, width: number): number {
  const step = Math.floor(inTwelveDigits(number / width));
  if (number < edge(step, width)) return step - 1;
  return number >= edge(step + 1, width) ? step + 1 : step;
}

function edge(step: number, width: number): number {
  return inTwelveDigits(step * width);
}

/** The greatest power of ten that isn't greater. */
function tenth(value: number): number {
  return value === 0 ? 1 : Number(`1e${value.toExponential().split('e')[1]}`);
}

/** Bins whose outermost edges would say where one person's number is have none; of a single one nothing remains. */
function withOpenEnds(bins: readonly Bin[]): Bin[] {
  if (bins.length < 2) return [];
  return bins.map(({ from, to, count }, at) => ({
    from: at === 0 ? null : from,
    to: at === bins.length - 1 ? null : to,
    count,
  }));
}

/** Joins neighbouring bins until each has at least so many people, or nobody. */
function mergeFew(bins: readonly Bin[], least: number): Bin[] {
  const merged: Bin[] = [];
  let open: Bin | null = null;
  for (const bin of bins) {
    const joined: Bin = open ? { from: open.from, to: bin.to, count: open.count + bin.count } : bin;
    const isDone = joined.count === 0 || joined.count >= least;
    if (isDone) merged.push(joined);
    open = isDone ? null : joined;
  }
  if (!open) return merged;
  const last = merged.findLastIndex(({ count }) => count > 0);
  const from = merged[last]?.from ?? open.from;
  const count = open.count + (merged[last]?.count ?? 0);
  return [...merged.slice(0, Math.max(0, last)), { from, to: open.to, count }];
}

/** The mean and the median of a scale, from 1, by how many people chose each step; null: nobody. */
export function scaleMiddle(counts: readonly number[]): { mean: number; median: number } | null {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  const mean = counts.reduce((sum, count, step) => sum + count * (step + 1), 0) / all;
  const stepAt = (place: number) => {
    let passed = 0;
    return counts.findIndex((count) => {
      passed += count;
      return passed > place;
    });
  };
  const median = (stepAt(Math.floor((all - 1) / 2)) + stepAt(Math.floor(all / 2))) / 2 + 1;
  return { mean, median };
}
