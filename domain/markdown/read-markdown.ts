import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';

/**
 * The supported formatting. Left out: HTML, which stays text; images, which would be loaded from elsewhere; definitions; and accidental
 * markup: indented lines as code, lines above dashes as headings.
 */
const SYNTAX = [
  gfmAutolinkLiteral(),
  {
    disable: {
      null: ['htmlFlow', 'htmlText', 'labelStartImage', 'definition', 'codeIndented', 'setextUnderline'],
    },
  },
];

/** Maximum nesting of quotes and lists that is shown; deeper ones are shown as text. */
export const MARKDOWN_DEPTH = 8;

/**
 * Maximum markup of a text that is parsed as Markdown: lines, quotes and list items around each (counted twice), and signs of emphasis,
 * code and links, escapes and character references. The parser's time grows with its square, and people write less of it in 5,000
 * characters.
 */
const MARKUP = 600;
/** Markers of quotes and list items where a line begins, with the space before each. */
const MARKER = /([ \t]*)(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;
/** Signs within a line. Signs in a row count once. */
const SIGN = /\\[^\s\w]|&#?[a-z\d]+;|[*_]+|`+|[[\]@]|www\.|:\/\//gi;

/** A comment's formatting, as a tree. A text with too much markup is plain paragraphs. */
export function readMarkdown(text: string): Root {
  if (hasTooMuchMarkup(text)) return plainParagraphs(text);
  return fromMarkdown(text, { extensions: SYNTAX, mdastExtensions: [gfmAutolinkLiteralFromMarkdown()] });
}

function hasTooMuchMarkup(text: string): boolean {
  let markup = 0;
  // Upper bound of the quotes and list items the line may be in.
  let open = 0;
  let isAfterBlank = true;
  for (const line of text.split(/\r\n?|\n/)) {
    const within = containersOf(line);
    const isBlank = line.trim() === '';
    // Only such a line certainly ends all of them.
    const isOutside = isAfterBlank && !isBlank && within === 0 && !/^[ \t]/.test(line);
    open = isOutside ? 0 : Math.max(open, within);
    if (within > 2 * MARKDOWN_DEPTH) return true;
    markup += 1 + 2 * open;
    for (const _ of line.matchAll(SIGN)) markup += 1;
    if (markup > MARKUP) return true;
    isAfterBlank = isBlank;
  }
  return false;
}

/** Maximum nesting of a line in quotes and lists: by its markers, and by the space before them. */
function containersOf(line: string): number {
  let containers = 0;
  MARKER.lastIndex = 0;
  for (let found = MARKER.exec(line); found; found = MARKER.exec(line)) {
    const [, space = ''] = found;
    const columns = space.length + 3 * (space.split('\t').length - 1);
    containers += 1 + Math.floor(columns / 2);
    if (containers > 2 * MARKDOWN_DEPTH) break;
  }
  return containers;
}

function plainParagraphs(text: string): Root {
  const paragraphs = text.split(/\n(?:[ \t\r]*\n)+/).filter((words) => words.trim() !== '');
  return {
    type: 'root',
    children: paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
  };
}
