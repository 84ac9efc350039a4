import { FormatError } from '../format-error.ts';
import { lineAt } from '../read-text.ts';

/** Where Argdown's lexer begins to look ahead, and where it stops: at none of these it looks to the end. */
interface Lookahead {
  readonly opens: RegExp;
  readonly stops: RegExp;
}

const LOOKAHEADS: readonly Lookahead[] = [
  // Data, up to a brace that ends it.
  { opens: /\{/g, stops: /\}\s[^,}]/g },
  // Links, and titles in a line.
  { opens: /\[/g, stops: /\]/g },
  { opens: /\[/g, stops: /\]:|\n/g },
  { opens: /\]\(/g, stops: /\)/g },
  { opens: /</g, stops: />:|\n/g },
  // Comments.
  { opens: /\/\*/g, stops: /\*\//g },
  { opens: /<!--/g, stops: /-->/g },
  // Tags.
  { opens: /#\(/g, stops: /\)/g },
];

/** Characters that a lexer may look at ahead in all: some tenths of a second. Files that people write take a hundredth of it. */
const LOOKED_AT = 20_000_000;

/**
 * Refuses a document in which the lexer of @argdown/core would look ahead again and again over the same characters: it takes the
 * square of their number. What is looked at is counted in one pass, without looking.
 */
export function checkScans(text: string): void {
  for (const { opens, stops } of LOOKAHEADS) {
    const ends = Array.from(text.matchAll(stops), ({ index }) => index);
    let looked = 0;
    let next = 0;
    for (const { 0: opener, index } of text.matchAll(opens)) {
      while (next < ends.length && (ends[next] ?? 0) <= index) next += 1;
      looked += (ends[next] ?? text.length) - index;
      if (looked > LOOKED_AT)
        throw new FormatError('malformed', lineAt(text, index), `too many “${opener}” are not closed`);
    }
  }
}
