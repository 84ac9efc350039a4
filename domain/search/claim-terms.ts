import { foldText } from '../words/fold-text.ts';
import { type Stemmer, splitWords } from '../words/word-forms.ts';

/** Scripts that write no space between words: their texts are compared by pairs of characters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Characters of a shingle. */
const SHINGLE = 3;
/** Words up to this length are mostly grammar, and so are single characters: they count less. */
const SHORT = { letters: 3, weight: 0.3 } as const;

/** Marks shingles: no stem begins with it. */
const MARK = '~';

/** True for a term that is part of a word. */
export function isShingle(term: string): boolean {
  return term.startsWith(MARK);
}

/**
 * The terms by which texts are compared, with their weights: the stems of its words; shingles of longer words, which also match inside
 * compounds and where the stemmer fails; pairs of characters where a script writes no spaces.
 */
export function termsOf(text: string, stemmer: Stemmer): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  const add = (term: string, weight: number) => terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  for (const word of splitWords(text)) {
    const folded = foldText(word);
    if (UNSPACED.test(folded)) {
      const characters = [...folded];
      for (const [at, character] of characters.entries()) {
        const next = characters[at + 1];
        add(character, SHORT.weight);
        if (next !== undefined) add(character + next, 1);
      }
      continue;
    }
    add(stemmer(word), folded.length <= SHORT.letters ? SHORT.weight : 1);
    // The start of a word is a shingle of its own: it says more than an ending.
    const marked = `^${folded}`;
    const count = folded.length < SHINGLE ? 0 : marked.length - SHINGLE + 1;
    for (let at = 0; at < count; at += 1)
      add(`${MARK}${marked.slice(at, at + SHINGLE)}`, 1 / Math.sqrt(count));
  }
  return terms;
}
