import { foldText } from '../words/fold-text.ts';

/** A stretch of a text, and whether it is a match. */
export interface FoundStretch {
  readonly text: string;
  readonly found: boolean;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A text divided at the matches in it; `words` are folded, the text is as written. `isForm` returns true for further words of it that match
 * as a whole.
 */
export function foundStretches(
  text: string,
  words: readonly string[],
  isForm: (word: string) => boolean = () => false,
): FoundStretch[] {
  // Folded character by character, so that each place in the folded text maps to one in the original.
  const parts = [...graphemes.segment(text)];
  const foldOf = new Map<string, string>();
  const origins: number[] = [];
  let folded = '';
  for (const { segment, index } of parts) {
    const own = foldOf.get(segment) ?? foldText(segment);
    foldOf.set(segment, own);
    const one = segment.trim() === '' ? (folded.endsWith(' ') ? '' : ' ') : own;
    for (let unit = 0; unit < one.length; unit += 1) origins.push(index);
    folded += one;
  }
  const ends = parts.map(({ segment, index }) => [index, index + segment.length] as const);
  const endOf = new Map(ends);
  const isFound = new Uint8Array(text.length);
  for (const word of words)
    for (let at = folded.indexOf(word); at !== -1 && word; at = folded.indexOf(word, at + 1)) {
      const last = origins[at + word.length - 1] ?? 0;
      isFound.fill(1, origins[at] ?? 0, endOf.get(last) ?? last + 1);
    }
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu))
    if (isForm(word)) isFound.fill(1, index, index + word.length);
  const stretches: { text: string; found: boolean }[] = [];
  for (const [start, end] of ends) {
    const found = isFound[start] === 1;
    const before = stretches.at(-1);
    if (before?.found === found) before.text += text.slice(start, end);
    else stretches.push({ text: text.slice(start, end), found });
  }
  return stretches;
}

/** Maximum matches marked in an excerpt. A text of 500 characters can hold 250, and a page of results lists many texts. */
const MARKED = 12;

/** An excerpt of a divided text: all of it, or what comes before one match too many. */
export function excerptOf(stretches: readonly FoundStretch[]): readonly FoundStretch[] {
  let marked = 0;
  const end = stretches.findIndex(({ found }) => {
    if (found) marked += 1;
    return marked > MARKED;
  });
  return end === -1 ? stretches : [...stretches.slice(0, end), { text: '…', found: false }];
}
