import { readOut } from '../debate/comments/mentions.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { resolveMerge } from '../debate/lineage/merged.ts';

/** A comment for files whose readers know no ids: people by name, claims by their words, and what may not be known by a sign. */
export function readComment(state: DebateState, names: ReadonlyMap<string, string>, text: string): string {
  return readOut(text, {
    person: (id) => `@${names.get(id) ?? '…'}`,
    claim: (id) => `“${state.claims.get(resolveMerge(state, id))?.text ?? '…'}”`,
  });
}
