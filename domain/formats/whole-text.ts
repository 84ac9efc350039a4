import { SYSTEM } from '../debate/engine/entries.ts';
import type { Source } from '../debate/sources/source.ts';
import { countCharacters } from '../debate/texts/wording.ts';

const PREFIX = 'whole-';
const ELLIPSIS = '…';

/** A text of at most so many characters, its end left out where it has more. */
export function cutText(text: string, limit: number): string {
  if (countCharacters(text) <= limit) return text;
  return `${[...text]
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}${ELLIPSIS}`;
}

/** The source that holds the whole of a text which was too long for a claim. */
export function wholeTextSource(number: number, text: string): Source {
  return {
    id: `${PREFIX}${number}`,
    title: 'Whole text',
    url: '',
    locator: '',
    excerpt: text,
    note: '',
    author: SYSTEM,
  };
}

/** Does this source hold the whole of a claim's text? Not any more once somebody has worded the claim otherwise. */
export function isWholeTextOf({ id, excerpt }: Source, text: string): boolean {
  return (
    id.startsWith(PREFIX) && text.endsWith(ELLIPSIS) && excerpt.startsWith(text.slice(0, -ELLIPSIS.length))
  );
}
