import type { DebateState } from '../debate/state.ts';
import { ancestorsOf, laneOf } from '../debate/tree.ts';

/** What is folded away, less all that hides a claim, a position or the claim a link comes from; the same set where nothing does. */
export function unfoldTo(
  state: DebateState,
  collapsed: ReadonlySet<string>,
  id: string,
): ReadonlySet<string> {
  const above = pathAbove(state, state.links.get(id)?.from ?? id);
  if (!above.some((one) => collapsed.has(one))) return collapsed;
  const left = new Set(collapsed);
  for (const one of above) left.delete(one);
  return left;
}

/** The claims above a claim, nearest first, then the position they lead to. */
export function pathAbove(state: DebateState, claimId: string): readonly string[] {
  if (!state.claims.has(claimId)) return [];
  const lane = laneOf(state, claimId);
  const claims = ancestorsOf(state, claimId);
  return lane === null ? claims : [...claims, lane];
}
