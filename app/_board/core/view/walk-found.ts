import { searchKey } from './search-key.ts';
import type { Search } from './view-store.ts';

/**
 * Moves to the next result, or the previous one; around at the ends. Returns the same search if there are no results; before they are
 * known, for a moment after the last key, the step is taken later.
 */
export function walkFound(search: Search, by: 1 | -1): Search {
  const { at, after, steps } = search;
  const found = [...search.found];
  const count = found.length;
  if (search.answered !== searchKey(search)) return { ...search, goes: by };
  if (count === 0) return search;
  const from = at === null ? -1 : found.indexOf(at);
  const next = from === -1 ? Math.max(0, found.indexOf(after ?? '')) : from + 1;
  const to = by === 1 ? next : from === -1 ? next - 1 : from - 1;
  return { ...search, at: found[(to + count) % count] ?? null, after: null, steps: steps + 1 };
}

/** Returns the search with its present results: the current one stays, or, if it is no longer a result, the place before its successor. */
export function withFound(search: Search, answered: string, found: ReadonlySet<string>): Search {
  const known = { ...search, found, answered, goes: null };
  if (search.at === null || found.has(search.at)) return known;
  const before = [...search.found];
  const after = before.slice(before.indexOf(search.at)).find((id) => found.has(id)) ?? null;
  return { ...known, at: null, after };
}
