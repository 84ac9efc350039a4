import { TRAITS } from '../../domain/search/search-criteria.ts';
import type { DebateSearchQuery } from '../../server/services/debates/search-steps.ts';

/** Maximum number of characters of a field that are used. */
export const FIELD_CHARACTERS = 200;

/** A search in all debates, and the page of its results, from 1. */
export interface FindView extends DebateSearchQuery {
  readonly page: number;
}

/** Reads a view from the parameters of its address. */
export function readFindView(
  asked: Readonly<Record<string, string | readonly string[] | undefined>>,
): FindView {
  const text = (name: string) => (asked[name]?.toString() ?? '').slice(0, FIELD_CHARACTERS).trim();
  const page = Number(asked.page);
  return {
    words: text('q'),
    author: text('by'),
    position: text('position'),
    trait: TRAITS.find((one) => one === asked.trait) ?? null,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** Returns the address of a view. */
export function findAddress({ words, author, position, trait, page }: FindView): string {
  const fields = { q: words, by: author, position, trait: trait ?? '', page: page > 1 ? `${page}` : '' };
  const given = Object.entries(fields).filter(([, value]) => value !== '');
  return `/find?${new URLSearchParams(given)}`;
}
