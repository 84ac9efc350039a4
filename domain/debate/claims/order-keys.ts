import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { LIMITS } from '../engine/limits.ts';

/** The places beside the wanted one that are tried, on either side. */
const TRIED = 10;

/**
 * An order key for a place among siblings, by their ids in order; `keyOf` gives their keys, `between` makes one. Keys get longer with each
 * one between the same two: where there is no room for another, the nearest place that has some, or the end, which always has.
 */
export function orderKeyAt(
  siblings: readonly string[],
  place: number,
  keyOf: (id: string) => string,
  between: (before: string | null, behind: string | null) => string,
): string {
  const keyAt = (at: number) => {
    const id = siblings[at];
    return id === undefined ? null : keyOf(id);
  };
  for (const at of placesNear(place, siblings.length)) {
    const key = between(keyAt(at - 1), keyAt(at));
    if (key.length <= LIMITS.orderKeyCharacters) return key;
  }
  return between(generateKeyBetween(keyAt(siblings.length - 1), null), null);
}

/**
 * So many order keys between two siblings' of `keys`, and none of these: there may be others between the two. Where there is no room for
 * them, after all siblings.
 */
export function orderKeysBetween(
  before: string | null,
  behind: string | null,
  count: number,
  keys: readonly string[],
): string[] {
  const made = untakenBetween(before, behind, count, new Set(keys));
  if (made.every(({ length }) => length <= LIMITS.orderKeyCharacters)) return made;
  return generateNKeysBetween([...keys].sort().at(-1) ?? null, null, count);
}

function untakenBetween(
  before: string | null,
  behind: string | null,
  count: number,
  taken: ReadonlySet<string>,
): string[] {
  const even = generateNKeysBetween(before, behind, count);
  if (!even.some((key) => taken.has(key))) return even;
  const made: string[] = [];
  for (let low = before; made.length < count; ) {
    low = generateKeyBetween(low, behind);
    if (!taken.has(low)) made.push(low);
  }
  return made;
}

/** A place, then those beside it, the nearest first. */
function placesNear(place: number, last: number): number[] {
  const near = [place];
  for (let away = 1; away <= TRIED; away += 1) near.push(place + away, place - away);
  return near.filter((at) => at >= 0 && at <= last);
}
