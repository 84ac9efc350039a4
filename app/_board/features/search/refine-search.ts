import type { Search } from '../../core/view/view-store.ts';

/** A search without a query yet. */
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

/** Returns the same search with another query or filter: no result is current yet. */
export function refineSearch(search: Search, asked: Partial<Pick<Search, 'query' | 'filter'>>): Search {
  return { ...search, ...asked, at: null, after: null, goes: null };
}
