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

/** A comment's formatting, as a tree. */
export function readMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: SYNTAX, mdastExtensions: [gfmAutolinkLiteralFromMarkdown()] });
}
