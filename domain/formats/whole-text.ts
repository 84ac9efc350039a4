import { SYSTEM } from '../debate/engine/entries.ts';
import type { Source } from '../debate/sources/source.ts';
import { countCharacters } from '../debate/texts/wording.ts';

const PREFIX = 'whole-';
const ELLIPSIS = '…';

/** A text of at most `limit` characters, truncated if it is longer. */
export function truncateText(text: string, limit: number): string {
  if (countCharacters(text) <= limit) return text;
  return `${[...text]
    .slice(0, limit - 1)
    .join('')
    .trimEnd()}${ELLIPSIS}`;
}

/** The source with the full text of a claim that was too long. */
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

/** True if this source contains the full text of a claim. No longer true once the claim was reworded. */
export function isWholeTextOf({ id, excerpt }: Source, text: string): boolean {
  return (
    id.startsWith(PREFIX) && text.endsWith(ELLIPSIS) && excerpt.startsWith(text.slice(0, -ELLIPSIS.length))
  );
}
