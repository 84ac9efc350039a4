import { piecesOf } from './mentions.ts';

/**
 * Do these words stand in a comment, one after the other? Marks of formatting, punctuation and space are passed over: a claim
 * is plain text.
 */
export function standsIn(comment: string, words: string): boolean {
  const [whole, part] = [wordsIn(plainComment(comment)), wordsIn(words)];
  // Not by words: many scripts have no space between them.
  return part === '' ? comment.includes(words.trim()) : whole.includes(part);
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
