import { excerpt } from '../../core/claims/excerpt.ts';

/** Characters of a claim's wording within the conclusion. */
const WORDS = 160;

/** Returns the beginning of a cited claim's wording. */
export function citedExcerpt(text: string): string {
  return excerpt(text, WORDS);
}
