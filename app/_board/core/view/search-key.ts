import type { Search } from './view-store.ts';

/** Returns what a search asks for, as one string. */
export function searchKey({ query, filter }: Pick<Search, 'query' | 'filter'>): string {
  return JSON.stringify([query, filter]);
}
