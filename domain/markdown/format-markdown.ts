import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmAutolinkLiteralToMarkdown } from 'mdast-util-gfm-autolink-literal';
import { toMarkdown } from 'mdast-util-to-markdown';
import { MARKDOWN_DEPTH } from './read-markdown.ts';

/** A comment's formatting as CommonMark: text without formatting stays unchanged. Only web links are kept. */
export function formatMarkdown(root: Root, source: string): string {
  const children = root.children.map((node) => bounded(node, source, 0));
  return toMarkdown(
    { ...root, children },
    { bullet: '-', extensions: [gfmAutolinkLiteralToMarkdown()] },
  ).trimEnd();
}

/** Quotes and lists nested deeper than shown become text. Headings become bold: the file has its own. */
function bounded(node: RootContent, source: string, depth: number): RootContent {
  if (depth > MARKDOWN_DEPTH) return paragraph([{ type: 'text', value: sourceOf(node, source) }]);
  switch (node.type) {
    case 'heading':
      return paragraph([{ type: 'strong', children: toWeb(node.children) }]);
    case 'paragraph':
      return { ...node, children: toWeb(node.children) };
    case 'blockquote':
      return {
        ...node,
        children: node.children.map((one) => bounded(one, source, depth + 1)),
      } as RootContent;
    case 'list': {
      const items = node.children.map((item) => ({
        ...item,
        children: item.children.map((one) => bounded(one, source, depth + 1)),
      }));
      return { ...node, children: items } as RootContent;
    }
    default:
      return node;
  }
}

/** Other than web links become plain text. */
function toWeb(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (!('children' in node)) return [node];
    const children = toWeb(node.children);
    if (node.type === 'link' && !/^https?:\/\//i.test(node.url)) return children;
    return [{ ...node, children } as PhrasingContent];
  });
}

function paragraph(children: PhrasingContent[]): RootContent {
  return { type: 'paragraph', children };
}

function sourceOf({ position }: Nodes, source: string): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
