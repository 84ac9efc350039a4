import type { DebateState } from '../debate/engine/state.ts';

/** Maximum steps of a slider: more can't be distinguished by hand, nor by eye. */
export const STEPS = 1_000;

/**
 * The times for stepping through a debate's history: those of what the viewer may see today, and the present. Derived from a projection: so
 * it never shows that, or when, something hidden happened.
 */
export function timesOf(view: DebateState): number[] {
  const times = new Set<number>();
  for (const records of [view.claims, view.links, view.comments])
    for (const [, { at }] of records) times.add(at);
  for (const [, { editedAt }] of view.claims) if (editedAt !== null) times.add(editedAt);
  const inOrder = [...times].filter((at) => at < view.at).sort((a, b) => a - b);
  return [...thinned(inOrder, STEPS - 1), view.at];
}

/**
 * How much was written from each time to the next, of what the viewer may see today: claims, comments, cross-links and new wordings. One
 * count per time.
 */
export function countsOf(view: DebateState, times: readonly number[]): number[] {
  const counts = times.map(() => 0);
  const count = (at: number) => {
    const step = lastAt(times, at);
    if (step >= 0) counts[step] = (counts[step] ?? 0) + 1;
  };
  for (const [, { at, editedAt }] of view.claims) {
    count(at);
    if (editedAt !== null) count(editedAt);
  }
  for (const [, { at }] of view.comments) count(at);
  for (const [, { at, parent }] of view.links) if (!parent) count(at);
  return counts;
}

/** Index of the last time that is not after `at`; -1 if there is none. */
export function lastAt(times: readonly number[], at: number): number {
  let [from, to] = [0, times.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((times[middle] ?? 0) <= at) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** At most this many of these, evenly spread, including the first and the last. */
function thinned(times: readonly number[], most: number): number[] {
  if (times.length <= most) return [...times];
  return Array.from(
    { length: most },
    (_, index) => times[Math.round((index * (times.length - 1)) / (most - 1))] ?? 0,
  );
}
