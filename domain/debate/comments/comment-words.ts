import { piecesOf } from './mentions.ts';

/**
 * Do these words stand in a comment, one after the other? Marks of formatting, punctuation and space are passed over: a claim
 * is plain text.
 */
export function isQuotedFrom(comment: string, words: string): boolean {
  const [whole, part] = [wordsIn(plainComment(comment)), wordsIn(words)];
  if (part === '') return comment.includes(words.trim());
  // Not by words: many scripts have no space between them.
  return whole.includes(part) || whole.includes(lowered(part));
}

/** With a small first letter: a sentence cut from the middle of another begins with a capital one. */
function lowered(words: string): string {
  const [first = ''] = words;
  return first.toLocaleLowerCase('und') + words.slice(first.length);
}

/** A comment without the people and claims it names. */
export function plainComment(text: string): string {
  return piecesOf(text)
    .map((piece) => (piece.kind === 'text' ? piece.text : ' '))
    .join('');
}

/** Letters, digits and what belongs to them, in every script; signs and pictures too. */
function wordsIn(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}\p{Sc}\p{So}]+/gu, ' ').trim();
}
