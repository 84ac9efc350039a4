import type { DebateState } from '../debate/engine/state.ts';
import { targetNow } from '../debate/map/merged.ts';
import { ancestorsOf, childrenOf, parentOf } from '../debate/map/tree.ts';

/** The viewer's explicit choices by claim id: `true` is open, `false` closed. Other claims use the default. */
export type Folds = ReadonlyMap<string, boolean>;

/** Opens a claim and closes its siblings, unless `beside` keeps them open. */
export function openClaim(state: DebateState, folds: Folds, id: string, beside = false): Folds {
  const next = new Map(folds);
  if (!beside) for (const other of siblingsOf(state, id)) if (next.get(other)) next.delete(other);
  return next.set(id, true);
}

export function closeClaim(folds: Folds, id: string): Folds {
  return new Map(folds).set(id, false);
}

/** Opens every ancestor of a claim, or of a link's source claim. Returns the same folds if all were open. */
export function openPathTo(state: DebateState, folds: Folds, id: string): Folds {
  const target = state.links.has(id) ? targetNow(state, { kind: 'link', id }) : null;
  const claimId = state.links.get(target?.id ?? id)?.from ?? id;
  let next = folds;
  for (const above of ancestorsOf(state, claimId)) if (!next.get(above)) next = openClaim(state, next, above);
  return next;
}

function siblingsOf(state: DebateState, id: string): readonly string[] {
  const parent = parentOf(state, id);
  return parent ? childrenOf(state, parent).flatMap((claim) => (claim.id === id ? [] : claim.id)) : [];
}
