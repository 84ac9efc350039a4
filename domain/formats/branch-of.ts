import { standingAs } from '../debate/merged.ts';
import { withoutPart } from '../debate/part.ts';
import type { DebateState } from '../debate/state.ts';
import { ancestorsOf, childrenOf } from '../debate/tree.ts';

/** A debate with one branch alone: a claim, all that stands under it, and the way to it from its position; null: there is no such claim. */
export function branchOf(state: DebateState, claimId: string): DebateState | null {
  if (!state.claims.has(claimId)) return null;
  const kept = new Set<string>();
  const keep = (id: string) => {
    for (const each of standingAs(state, id)) kept.add(each);
  };
  for (const id of ancestorsOf(state, claimId)) keep(id);
  const waiting = [claimId];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    keep(id);
    waiting.push(...childrenOf(state, { kind: 'claim', id }).map((child) => child.id));
  }
  return withoutPart(state, outside(state, kept));
}

/** All claims but these, with their links, links between them and these, and comments on any of it. */
function outside(state: DebateState, kept: ReadonlySet<string>): ReadonlySet<string> {
  const gone = new Set([...state.claims.keys()].filter((id) => !kept.has(id)));
  for (const { id, from } of state.links.values()) if (gone.has(from)) gone.add(id);
  // What denies a link that goes, goes too.
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const { id, target } of state.links.values()) if (gone.has(target.id)) gone.add(id);
  }
  for (const id of [...gone]) for (const commentId of state.commentsOn.get(id) ?? []) gone.add(commentId);
  return gone;
}
