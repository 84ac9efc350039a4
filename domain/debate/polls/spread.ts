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
  /** All numbers are whole. */
  readonly whole: boolean;
}

/** Bins of a histogram, at most, without those at its ends. */
const BINS = 10;
/** A number further than so many times the middle half's width from it is in a bin at the end: one of them would flatten all others. */
const FAR = 3;

/**
 * The quantile of sorted numbers by linear interpolation between the two nearest: definition 7 of Hyndman and Fan, as in R, NumPy and the
 * QUARTILE.INC of spreadsheets.
 */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return tidy(low + (high - low) * (place - Math.floor(place)));
}

/** The spread of numbers; `least`: no figure is shown that fewer people than this made. */
export function spreadOf(numbers: readonly number[], least = 1): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
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
  return {
    median: isShown(median) ? median : null,
    quartiles: isShown(low) && isShown(high) ? [low, high] : null,
    bins: mergeFew(histogram(sorted, low, high), least),
    whole: sorted.every(Number.isInteger),
  };
}

/** Bins with round edges over the numbers that aren't far from the middle half, and one at each end for those that are. */
function histogram(sorted: readonly number[], low: number, high: number): Bin[] {
  const reach = (high - low) * FAR;
  const near = sorted.filter((one) => one >= low - reach && one <= high + reach);
  const [first = 0, last = 0] = [near[0], near.at(-1)];
  if (near.length === 0) return [];
  const width = widthFor(first, last, near.every(Number.isInteger));
  const start = Math.floor(tidy(first / width));
  const bins: Bin[] = [];
  for (let at = start; tidy(at * width) <= last; at += 1) {
    const [from, to] = [tidy(at * width), tidy((at + 1) * width)];
    bins.push({ from, to, count: near.filter((one) => one >= from && one < to).length });
  }
  const below = sorted.filter((one) => one < low - reach).length;
  const above = sorted.filter((one) => one > high + reach).length;
  const [begin = 0, end = 0] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 0];
  return [
    ...(below > 0 ? [{ from: null, to: begin, count: below }] : []),
    ...bins,
    ...(above > 0 ? [{ from: end, to: null, count: above }] : []),
  ];
}

/** The width of bins: 1, 2 or 5 times a power of ten; at least 1 for whole numbers. */
function widthFor(first: number, last: number, isWhole: boolean): number {
  const span = last - first;
  if (span === 0) return isWhole ? 1 : tenth(Math.abs(first) / BINS);
  if (isWhole && span < BINS) return 1;
  const power = tenth(span / BINS);
  const width = power * ([1, 2, 5, 10].find((times) => times * power * BINS >= span) ?? 10);
  return isWhole ? Math.max(1, width) : width;
}

/** The greatest power of ten that isn't greater. */
function tenth(value: number): number {
  return value === 0 ? 1 : 10 ** Math.floor(Math.log10(value));
}

/** Without the error of binary fractions: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
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
