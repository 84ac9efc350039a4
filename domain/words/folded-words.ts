import { foldText } from './fold-text.ts';
import { splitWords } from './word-forms.ts';

/** Folded words of texts that were seen, for some thousands of them: the same texts are gathered again and again. */
const folded = new Map<string, readonly string[]>();
const REMEMBERED = 20_000;

/** The folded words of a text; a text without words is its own. */
export function foldedWords(text: string): readonly string[] {
  const known = folded.get(text);
  if (known) return known;
  const words = splitWords(text).map(foldText);
  const all = words.length > 0 ? words : [foldText(text)];
  if (folded.size >= REMEMBERED) folded.clear();
  folded.set(text, all);
  return all;
}

/** True if two texts have the same words, apart from case, accents and punctuation. */
export function hasSameWords(one: string, other: string): boolean {
  return foldedWords(one).join(' ') === foldedWords(other).join(' ');
}
