import { FormatError } from '../format-error.ts';
import { lineAt } from '../read-text.ts';

/** Where Argdown's lexer begins to look ahead, and where it stops: without a stop it scans to the end. */
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

/** Maximum characters a lexer may look ahead in total: some tenths of a second. Files written by people take a hundredth of it. */
const LOOKED_AT = 20_000_000;

/**
 * Refuses a document in which the lexer of @argdown/core would look ahead repeatedly over the same characters: that takes quadratic time.
 * The lookahead is counted in one pass, without doing it.
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
