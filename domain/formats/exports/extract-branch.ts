import { type DebateState, EMPTY_STATE } from '../../debate/engine/state.ts';
import type { Target } from '../../debate/map/link.ts';
import { mergeGroup, resolveMerge } from '../../debate/map/merged.ts';
import { ancestorsOf, childrenOf, laneOf } from '../../debate/map/tree.ts';
import { removeFragment } from '../../debate/projection/fragment.ts';

/**
 * A debate with only one branch: a position with its descendants, or a claim with its descendants and ancestors; `null`: there is neither
 * with that id. Other positions are removed; claims that speak for them still name them.
 */
export function extractBranch(state: DebateState, id: string): DebateState | null {
  const kind = state.claims.has(id) ? 'claim' : 'position';
  if (kind === 'position' && !state.positions.has(id)) return null;
  const kept = new Set<string>();
  const keep = (id: string) => {
    for (const each of mergeGroup(state, id)) kept.add(each);
  };
  for (const above of kind === 'claim' ? ancestorsOf(state, id) : []) keep(above);
  const waiting: Target[] = [{ kind, id }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.kind === 'claim') keep(next.id);
    waiting.push(...childrenOf(state, next).map((child) => ({ kind: 'claim' as const, id: child.id })));
  }
  const lane = kind === 'position' ? id : laneOf(state, resolveMerge(state, id));
  const positions = state.positions.map((position) =>
    position.id === lane || lane === null ? position : { ...position, removed: true },
  );
  const { conclusion, signatures } = EMPTY_STATE;
  const part = removeFragment(state, outside(state, new Set([...kept, lane ?? ''])));
  // The conclusion is about the whole debate.
  return { ...part, positions, conclusion, signatures };
}

/** All claims and positions but these, with their links, links between them and these, and comments on any of it. */
function outside(state: DebateState, kept: ReadonlySet<string>): ReadonlySet<string> {
  const all = [...state.claims.keys(), ...state.positions.keys()];
  const gone = new Set(all.filter((id) => !kept.has(id)));
  for (const { id, from } of state.links.values()) if (gone.has(from)) gone.add(id);
  // Undercuts of a removed link are removed too, and with them the claims that have their place there.
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const { id, from, target, parent } of state.links.values()) {
      if (!gone.has(target.id)) continue;
      gone.add(id);
      if (parent && !state.merges.has(from)) gone.add(from);
    }
  }
  for (const id of [...gone]) for (const commentId of state.commentsOn.get(id) ?? []) gone.add(commentId);
  return gone;
}
