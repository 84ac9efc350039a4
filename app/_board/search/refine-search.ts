import type { Search } from '../view-store.ts';

/** A search that has not been told yet what to look for. */
export const NEW_SEARCH: Search = {
  query: '',
  filter: null,
  found: new Set(),
  answered: '',
  at: null,
  steps: 0,
  after: null,
  goes: null,
};

/** The same search with something else to look for: one has gone nowhere in it yet. */
export function refineSearch(search: Search, asked: Partial<Pick<Search, 'query' | 'filter'>>): Search {
  return { ...search, ...asked, at: null, after: null, goes: null };
}
