import { piecesOf } from './mentions.ts';

/** True if these words occur in a comment, one after the other. Formatting, punctuation and spaces are ignored: a claim is plain text. */
export function isQuotedFrom(comment: string, words: string): boolean {
  const [whole, part] = [wordsIn(plainComment(comment)), wordsIn(words)];
  if (part === '') return comment.includes(words.trim());
  // Not word by word: many scripts have no spaces between words.
  return whole.includes(part) || whole.includes(lowered(part));
}

/** With a lowercase first letter: a sentence cut from the middle of another begins with a capital one. */
function lowered(words: string): string {
  const [first = ''] = words;
  return first.toLocaleLowerCase('und') + words.slice(first.length);
}

/** A comment without its mentions of people and claims. */
export function plainComment(text: string): string {
  return piecesOf(text)
    .map((piece) => (piece.kind === 'text' ? piece.text : ' '))
    .join('');
}

/** Letters, digits and what belongs to them, in every script; symbols and emoji too. */
function wordsIn(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}\p{Sc}\p{So}]+/gu, ' ').trim();
}
