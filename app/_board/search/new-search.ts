import type { Search } from '../view-store.ts';

/** A search that has not been told yet what to look for. */
export const NEW_SEARCH: Search = {
  query: '',
  filter: null,
  found: new Set(),
  answered: '',
  at: null,
  steps: 0,
  goes: null,
};
