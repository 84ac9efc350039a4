import type { Search } from '../view-store.ts';
import { askedBy } from './asked-by.ts';

/**
 * Goes on to the next of what was found, or back; around at the ends. The same search where nothing was found; before that is
 * known, which is a moment after the last key, it goes then.
 */
export function walkFound(search: Search, by: 1 | -1): Search {
  const { at, steps } = search;
  const found = [...search.found];
  const count = found.length;
  if (search.answered !== askedBy(search)) return { ...search, goes: by };
  if (count === 0) return search;
  const from = at === null ? -1 : found.indexOf(at);
  const to = from === -1 ? (by === 1 ? 0 : count - 1) : (from + by + count) % count;
  return { ...search, at: found[to] ?? null, steps: steps + 1 };
}
