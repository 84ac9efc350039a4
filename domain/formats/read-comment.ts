import { readOut } from '../debate/comments/mentions.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { resolveMerge } from '../debate/map/merged.ts';
import { escapeMarkdown } from './pages/escape-markdown.ts';

/** A comment for files whose readers don't know ids: people by name, claims by their text, and a sign for hidden ones. */
export function readComment(state: DebateState, names: ReadonlyMap<string, string>, text: string): string {
  return withWords(state, names, text, (words) => words);
}

/** The same in Markdown: names and claims are plain text. */
export function readCommentMarkdown(
  state: DebateState,
  names: ReadonlyMap<string, string>,
  text: string,
): string {
  return withWords(state, names, text, escapeMarkdown);
}

function withWords(
  state: DebateState,
  names: ReadonlyMap<string, string>,
  text: string,
  written: (words: string) => string,
): string {
  return readOut(text, {
    person: (id) => `@${written(names.get(id) ?? '…')}`,
    claim: (id) => `“${written(state.claims.get(resolveMerge(state, id))?.text ?? '…')}”`,
  });
}
