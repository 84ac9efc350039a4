import { FormatError } from '../format-error.ts';

/** A line that begins a new block, as Argdown's lexer sees it: a relation, a list item, a numbered statement. */
const BEGINS = /^[' \t]*(?:[+-]|<[+_-]|><|_>|_(?=\s)|\*\s|\d+\.\s|\(\d+\)|$)/;

/** Maximum characters copied in total while paragraphs are assembled: some tenths of a second. */
const COPIED = 400_000_000;

/** Refuses paragraphs of so many lines that @argdown/core would copy for seconds: with each line it copies the paragraph so far. */
export function checkParagraphs(text: string): void {
  let copied = 0;
  let length = 0;
  for (const [at, line] of text.split('\n').entries()) {
    length = BEGINS.test(line) ? 0 : length + line.length + 1;
    copied += length;
    if (copied > COPIED) throw new FormatError('malformed', at + 1, 'a paragraph has too many lines');
  }
}
