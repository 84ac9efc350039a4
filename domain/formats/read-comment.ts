import { readOut } from '../debate/comments/mentions.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { resolveMerge } from '../debate/map/merged.ts';

/** A comment for files whose readers don't know ids: people by name, claims by their text, and a sign for hidden ones. */
export function readComment(state: DebateState, names: ReadonlyMap<string, string>, text: string): string {
  return readOut(text, {
    person: (id) => `@${names.get(id) ?? '…'}`,
    claim: (id) => `“${state.claims.get(resolveMerge(state, id))?.text ?? '…'}”`,
  });
}
