import type { Search } from '../view-store.ts';

/** What a search asks for, as one text. */
export function askedBy({ query, filter }: Pick<Search, 'query' | 'filter'>): string {
  return JSON.stringify([query, filter]);
}
