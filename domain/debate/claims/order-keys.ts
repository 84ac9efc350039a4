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
  keys: SiblingKeys,
): string[] {
  const made = untakenBetween(before, behind, count, keys);
  if (made.every(({ length }) => length <= LIMITS.orderKeyCharacters)) return made;
  return generateNKeysBetween(keys.last, null, count);
}

/** The order keys of siblings. A claim may have thousands, and as many may join them: no question goes through all of them. */
export class SiblingKeys {
  readonly #taken: Set<string>;
  readonly #sorted: string[];

  constructor(keys: readonly string[]) {
    this.#taken = new Set(keys);
    this.#sorted = [...keys].sort();
  }

  get last(): string | null {
    return this.#sorted.at(-1) ?? null;
  }

  has(key: string): boolean {
    return this.#taken.has(key);
  }

  /** The last key before this one. */
  before(key: string): string | null {
    return this.#sorted[this.#placeOf(key) - 1] ?? null;
  }

  add(key: string): void {
    this.#taken.add(key);
    this.#sorted.splice(this.#placeOf(key), 0, key);
  }

  /** The number of keys before this one. */
  #placeOf(key: string): number {
    let [from, to] = [0, this.#sorted.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#sorted[middle] ?? '') < key) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

function untakenBetween(
  before: string | null,
  behind: string | null,
  count: number,
  taken: SiblingKeys,
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
