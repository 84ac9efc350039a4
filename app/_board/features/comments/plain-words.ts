import type { Nodes } from 'mdast';
import { plainComment } from '#domain/debate/comments/comment-words.ts';
import { readMarkdown } from '#domain/markdown/read-markdown.ts';

/** Returns the words of a comment, without formatting and the people it names. */
export function plainWords(text: string): string {
  return wordsOf(readMarkdown(plainComment(text)))
    .replace(/[ \t]+/g, ' ')
    .trim();
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if (!('children' in node)) return ' ';
  const isOfBlocks = node.type === 'root' || node.type === 'list' || node.type === 'blockquote';
  return node.children.map(wordsOf).join(isOfBlocks ? '\n' : '');
}
