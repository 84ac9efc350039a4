import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { MARKDOWN_DEPTH, readMarkdown } from '#domain/markdown/read-markdown.ts';
import type { FaceName } from '../typeset/faces.ts';
import type { FlowRow } from './flow.ts';
import type { Column, Setter, Style, StyledWords } from './setter.ts';
import { COLOURS } from './styles.ts';

/** Indent of lists and quotes, in points. */
const INDENT = 12;
/** The narrowest column, however deep lists are nested. */
const LEAST_WIDTH = 120;
/** Typefaces of formatting: bold, and code, for which there is no monospaced typeface. */
const BOLD: FaceName = 'name';
const CODE: FaceName = 'text';

/** The rows of a text with its Markdown formatting: paragraphs, lists, quotes, bold, emphasis, code, links. */
export function richRows(setter: Setter, text: string, style: Style, column: Column): FlowRow[] {
  return readMarkdown(text).children.flatMap((node, at) =>
    spaced(blockRows(setter, node, text, style, column, 0), at, style),
  );
}

function blockRows(
  setter: Setter,
  node: RootContent,
  source: string,
  style: Style,
  column: Column,
  depth: number,
): FlowRow[] {
  const inside = (children: readonly RootContent[], where: Column, look: Style = style) =>
    children.flatMap((child, at) =>
      spaced(blockRows(setter, child, source, look, where, depth + 1), at, style),
    );
  if (depth > MARKDOWN_DEPTH) return setter.rows(sourceOf(node, source), style, column);
  switch (node.type) {
    case 'paragraph':
      return setter.styledRows(wordsOf(node.children, style.face, false, source), style, column);
    case 'heading':
      return setter.styledRows(wordsOf(node.children, BOLD, false, source), style, column);
    case 'code':
      return setter.rows(node.value, { ...style, face: CODE }, indented(column));
    case 'blockquote':
      return inside(node.children, indented(column), { ...style, colour: COLOURS.soft }).map((row) => ({
        ...row,
        ornaments: [
          ...(row.ornaments ?? []),
          { path: `M${column.x + 3} 0v${row.height}`, paint: { stroke: '#cfc9bb', width: 1.2 } },
        ],
      }));
    case 'list': {
      const signOf = (at: number) => (node.ordered ? `${(node.start ?? 1) + at}.` : '•');
      // Numbers may be long: indent by the last one's width.
      const indent = Math.max(INDENT, setter.widthOf(`${signOf(node.children.length - 1)} `, style) + 2);
      return node.children.flatMap((item, at) => {
        const [first, ...more] = inside(item.children, indented(column, indent));
        const mark = setter.ink(signOf(at), style, { x: column.x, width: indent });
        return first ? [{ ...first, inks: [mark, ...first.inks] }, ...more] : [];
      });
    }
    case 'thematicBreak':
      return [
        {
          height: style.line,
          inks: [],
          ornaments: [
            {
              path: `M${column.x} ${style.line / 2}h${column.width}`,
              paint: { stroke: '#cfc9bb', width: 0.6 },
            },
          ],
        },
      ];
    default:
      return setter.rows(sourceOf(node, source), style, column);
  }
}

/** The words of a line with their styles. A link is its text, followed by its address if that differs. */
function wordsOf(
  nodes: readonly PhrasingContent[],
  face: FaceName,
  slanted: boolean,
  source: string,
): StyledWords[] {
  return nodes.flatMap((node): StyledWords[] => {
    switch (node.type) {
      case 'text':
        return [{ text: node.value, face, slanted }];
      case 'strong':
        return wordsOf(node.children, BOLD, slanted, source);
      case 'emphasis':
        return wordsOf(node.children, face, true, source);
      case 'inlineCode':
        return [{ text: node.value, face: CODE, slanted: false }];
      case 'break':
        return [{ text: '\n', face, slanted }];
      case 'link': {
        const words = wordsOf(node.children, face, slanted, source);
        const shown = words.map(({ text }) => text).join('');
        const isShown =
          node.url === shown || node.url === `http://${shown}` || node.url === `mailto:${shown}`;
        return isShown ? words : [...words, { text: ` (${node.url})`, face, slanted: false }];
      }
      default:
        return [{ text: sourceOf(node, source), face, slanted }];
    }
  });
}

function indented({ x, width }: Column, by: number = INDENT): Column {
  return { x: x + by, width: Math.max(LEAST_WIDTH, width - by) };
}

/** Space above everything but the first. */
function spaced(rows: readonly FlowRow[], at: number, style: Style): FlowRow[] {
  return at === 0 || rows.length === 0 ? [...rows] : [{ height: style.line * 0.35, inks: [] }, ...rows];
}

function sourceOf({ position }: Nodes, source: string): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
