import { FormatError } from '../format-error.ts';

/** A line with which something new begins, as Argdown's lexer sees it: a relation, an item of a list, a numbered statement. */
const BEGINS = /^[' \t]*(?:[+-]|<[+_-]|><|_>|_(?=\s)|\*\s|\d+\.\s|\(\d+\)|$)/;

/** Characters copied in all while paragraphs are put together: some tenths of a second. */
const COPIED = 400_000_000;

/**
 * Refuses paragraphs of so many lines that @argdown/core would copy for seconds: with each line it copies what the paragraph has
 * so far.
 */
export function checkParagraphs(text: string): void {
  let copied = 0;
  let length = 0;
  for (const [at, line] of text.split('\n').entries()) {
    length = BEGINS.test(line) ? 0 : length + line.length + 1;
    copied += length;
    if (copied > COPIED) throw new FormatError('malformed', at + 1, 'a paragraph has too many lines');
  }
}
