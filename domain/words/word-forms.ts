import { foldText } from './fold-text.ts';

/** The part of a word that its forms share, folded: “tariff” of “tariffs”. */
export type Stemmer = (word: string) => string;

/** The stemmer for a language that has none here: each word is its only form. */
export const UNSTEMMED: Stemmer = foldText;

/** The words of a text, as written. */
export function splitWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
