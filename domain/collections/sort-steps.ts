import type { Steps } from './steps.ts';

/** Items sorted, or merged, in one step. */
const AT_ONCE = 500;

/** Sorts items in short steps, into a new list; items that are equal keep their order. */
export function* sortSteps<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Steps<Item[]> {
  let runs: Item[][] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    runs.push(items.slice(at, at + AT_ONCE).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* mergeSteps(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergeSteps<Item>(
  first: readonly Item[],
  second: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Steps<Item[]> {
  const merged: Item[] = [];
  let next = 0;
  for (const item of first) {
    for (let other = second[next]; other !== undefined && compare(other, item) < 0; other = second[next]) {
      merged.push(other);
      next += 1;
      if (merged.length % AT_ONCE === 0) yield;
    }
    merged.push(item);
    if (merged.length % AT_ONCE === 0) yield;
  }
  for (; next < second.length; next += AT_ONCE) {
    merged.push(...second.slice(next, next + AT_ONCE));
    yield;
  }
  return merged;
}
