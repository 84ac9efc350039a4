import type { OperationOf } from '../debate/engine/operations.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { Target } from '../debate/map/link.ts';
import { childrenOf, isShown, parentLinkOf, parentOf } from '../debate/map/tree.ts';

/** The operation that moves a claim behind its parent; `null` if its parent is a position. */
export function moveOut(state: DebateState, claimId: string): OperationOf<'claim.move'> | null {
  const parent = parentOf(state, claimId);
  const beside = parent?.kind === 'claim' ? parentLinkOf(state, parent.id) : undefined;
  return beside ? moveTo(state, claimId, beside.target, beside.id) : null;
}

/** The operation that makes a claim the last child of its previous sibling; `null` if it is the first. */
export function moveIn(state: DebateState, claimId: string): OperationOf<'claim.move'> | null {
  const parent = parentOf(state, claimId);
  if (!parent) return null;
  const beside = childrenOf(state, parent).filter((claim) => isShown(state, claim));
  const before = beside[beside.findIndex(({ id }) => id === claimId) - 1];
  return before ? moveTo(state, claimId, { kind: 'claim', id: before.id }) : null;
}

function moveTo(
  state: DebateState,
  claimId: string,
  target: Target,
  after?: string,
): OperationOf<'claim.move'> | null {
  const link = parentLinkOf(state, claimId);
  if (!link) return null;
  // A step can only be attacked.
  const relation = target.kind === 'link' ? 'attack' : link.relation;
  return { type: 'claim.move', claimId, target, relation, ...(after === undefined ? {} : { after }) };
}
