import type { PersistentMap } from './persistent-map.ts';

/** Lists of ids by key. */
export type PersistentIndex = PersistentMap<string, readonly string[]>;

export function appendTo(index: PersistentIndex, key: string, id: string): PersistentIndex {
  return index.set(key, (index.get(key) ?? []).concat(id));
}

export function removeFrom(index: PersistentIndex, key: string, id: string): PersistentIndex {
  const left = (index.get(key) ?? []).filter((other) => other !== id);
  return left.length === 0 ? index.delete(key) : index.set(key, left);
}

/** An index without these ids in the lists of these keys. Each list is gone through once: it may lose thousands. */
export function removeAllFrom(
  index: PersistentIndex,
  keys: Iterable<string>,
  ids: ReadonlySet<string>,
): PersistentIndex {
  let left = index;
  for (const key of new Set(keys)) {
    const kept = (left.get(key) ?? []).filter((id) => !ids.has(id));
    left = kept.length === 0 ? left.delete(key) : left.set(key, kept);
  }
  return left;
}
