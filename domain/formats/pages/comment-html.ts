import type { Nodes, RootContent } from 'mdast';
import { MARKDOWN_DEPTH, readMarkdown } from '../../markdown/read-markdown.ts';
import { escapeXml } from '../escape-xml.ts';
import { webAddress } from './escape-markdown.ts';

/** A comment as HTML, with its formatting. HTML that people wrote is shown as text. */
export function commentHtml(text: string): string {
  return blocks(readMarkdown(text).children, text, 0);
}

function blocks(nodes: readonly RootContent[], source: string, depth: number): string {
  return nodes.map((node) => block(node, source, depth)).join('');
}

function block(node: RootContent, source: string, depth: number): string {
  if (depth > MARKDOWN_DEPTH) return paragraph(lines(sourceOf(node, source)));
  switch (node.type) {
    case 'paragraph':
      return paragraph(words(node.children, source));
    case 'heading':
      return paragraph(`<strong>${words(node.children, source)}</strong>`);
    case 'code':
      return `<pre><code>${escapeXml(node.value)}</code></pre>`;
    case 'blockquote':
      return `<blockquote>${blocks(node.children, source, depth + 1)}</blockquote>`;
    case 'list': {
      const items = node.children.map((item) => `<li>${blocks(item.children, source, depth + 1)}</li>`);
      const { start } = node;
      return node.ordered
        ? `<ol${typeof start === 'number' && start !== 1 ? ` start="${start}"` : ''}>${items.join('')}</ol>`
        : `<ul>${items.join('')}</ul>`;
    }
    case 'thematicBreak':
      return '<hr>';
    default:
      return paragraph(lines(sourceOf(node, source)));
  }
}

function words(nodes: readonly Nodes[], source: string): string {
  return nodes.map((node) => phrase(node, source)).join('');
}

function phrase(node: Nodes, source: string): string {
  switch (node.type) {
    case 'text':
      return lines(node.value);
    case 'strong':
      return `<strong>${words(node.children, source)}</strong>`;
    case 'emphasis':
      return `<em>${words(node.children, source)}</em>`;
    case 'inlineCode':
      return `<code>${escapeXml(node.value)}</code>`;
    case 'break':
      return '<br>';
    case 'link': {
      const address = webAddress(node.url);
      const shown = words(node.children, source);
      return address
        ? `<a href="${escapeXml(address)}" rel="noopener noreferrer nofollow">${shown}</a>`
        : shown;
    }
    default:
      return lines(sourceOf(node, source));
  }
}

function paragraph(html: string): string {
  return `<p dir="auto">${html}</p>`;
}

function lines(text: string): string {
  return text.split('\n').map(escapeXml).join('<br>');
}

function sourceOf({ position }: Nodes, source: string): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
