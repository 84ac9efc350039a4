import type { Poll } from './poll.ts';
import type { Bin } from './spread.ts';

/** A row of a result: a bar with its name and figure. */
export interface ResultRow {
  readonly name: string;
  /** The length of its bar, of 1. */
  readonly share: number;
  /** People, or points. */
  readonly count: number;
}

/** The rows of a quick poll's result, for tables and reports; none: it isn't shown, or nobody answered. */
export function resultRows({ form, options, counts, gathered, answered }: Poll): ResultRow[] {
  if (counts === null) return [];
  if (gathered?.type === 'text')
    return gathered.groups.map(({ text, people }) => ({
      name: text,
      count: people,
      share: share(people, answered),
    }));
  if (gathered?.type === 'number')
    return gathered.bins.map((bin) => ({
      name: nameOf(bin, gathered.whole),
      count: bin.count,
      share: share(bin.count, answered),
    }));
  const ends = form?.type === 'scale' ? options : null;
  const names = ends ? counts.map((_, step) => stepName(step, counts.length, ends)) : options;
  const all = form?.type === 'several' ? answered : counts.reduce((sum, count) => sum + count, 0);
  return names.map((name, at) => {
    const count = counts[at] ?? 0;
    return { name, count, share: share(count, all) };
  });
}

function share(count: number, all: number): number {
  return all === 0 ? 0 : count / all;
}

/** A step by its number, and at the ends of the scale by the name of the end. */
function stepName(step: number, steps: number, [low = '', high = '']: readonly string[]): string {
  if (step === 0) return `1 ${low}`;
  return step === steps - 1 ? `${steps} ${high}` : `${step + 1}`;
}

function nameOf({ from, to }: Bin, whole: boolean): string {
  if (from === null) return `< ${to}`;
  if (to === null) return `≥ ${from}`;
  if (!whole) return `${from}–${to}`;
  return to - from === 1 ? `${from}` : `${from}–${to - 1}`;
}
