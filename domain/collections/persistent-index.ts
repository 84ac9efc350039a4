import type { PersistentMap } from './persistent-map.ts';

/** Lists of ids by key. */
export type PersistentIndex = PersistentMap<string, readonly string[]>;

export function appendTo(index: PersistentIndex, key: string, id: string): PersistentIndex {
  return index.set(key, [...(index.get(key) ?? []), id]);
}

export function removeFrom(index: PersistentIndex, key: string, id: string): PersistentIndex {
  const left = (index.get(key) ?? []).filter((other) => other !== id);
  return left.length === 0 ? index.delete(key) : index.set(key, left);
}
