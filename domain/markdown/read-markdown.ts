import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';

/**
 * What is read as formatting. Left out: HTML, which stays the text it is; pictures, which would be fetched from elsewhere;
 * definitions; and what people write without meaning it: indented lines as programs, lines over dashes as headings.
 */
const SYNTAX = [
  gfmAutolinkLiteral(),
  {
    disable: {
      null: ['htmlFlow', 'htmlText', 'labelStartImage', 'definition', 'codeIndented', 'setextUnderline'],
    },
  },
];

/** Quotes and lists within each other, as deep as they are shown; what is deeper is shown as text. */
export const MARKDOWN_DEPTH = 8;

/**
 * Markup up to which a text is read as Markdown: lines, quotes and list items around each (counted twice), and signs of emphasis,
 * code and links. The parser's work grows with their square, and people write less of it in 5,000 characters.
 */
const MARKUP = 600;
/** Markers of quotes and list items where a line begins, with the space before each. */
const MARKER = /([ \t]*)(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;
/** Signs within a line. Signs in a row count once. */
const SIGN = /[*_]+|`+|[[\]@]|www\.|:\/\//gi;

/** A comment's formatting, as a tree. A text with too much markup is plain paragraphs. */
export function readMarkdown(text: string): Root {
  if (hasTooMuchMarkup(text)) return plainParagraphs(text);
  return fromMarkdown(text, { extensions: SYNTAX, mdastExtensions: [gfmAutolinkLiteralFromMarkdown()] });
}

function hasTooMuchMarkup(text: string): boolean {
  let markup = 0;
  // Quotes and list items in which the line may be: an upper bound.
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

/** How deep a line is in quotes and lists, at most: by its markers, and by the space before them. */
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
