import { decideClaimAdd } from '../claims/decide-claim.ts';
import { accept, type Decision } from '../engine/decision.ts';
import type { EffectOf } from '../engine/define-event.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import { isHiddenFromReaders } from '../visibility/hidden-content.ts';

/** Promotes a group's claim to the plenary, where it is a claim like any other. The server names its author. */
export function decidePromote(
  state: DebateState,
  { groupId, steelman, ...claim }: OperationOf<'claim.promote'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, 'claim.promote')) return refuse('not_allowed');
  if (!state.groups.has(groupId)) return refuse('unknown_group');
  const decision = decideClaimAdd(state, { ...claim, type: 'claim.add' }, actor);
  if (!decision.ok) return decision;
  return accept(
    ...decision.effects.map((effect) =>
      effect.type === 'claim.added' ? promoted(state, effect, groupId, steelman) : effect,
    ),
  );
}

/** It is a steelman if it was one in its group, and waits for an answer from the plenary's people. */
function promoted(
  { positions }: DebateState,
  { steelman: _, ...added }: EffectOf<'claim.added'>,
  group: string,
  by: string | undefined,
): EffectOf<'claim.added'> {
  const isFor = by !== undefined && positions.has(by) && added.positionId !== null && added.positionId !== by;
  return isFor ? { ...added, group, steelman: by } : { ...added, group };
}

/** Records in a group that one of its claims was promoted to the plenary: one that the whole group sees as it is. */
export function decideMarkPromoted(
  state: DebateState,
  { claimId }: OperationOf<'claim.markPromoted'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, 'claim.markPromoted')) return refuse('not_allowed');
  const claim = state.claims.get(claimId);
  if (!claim) return refuse('unknown_claim');
  if (claim.retracted) return refuse('claim_retracted');
  if (state.merges.has(claimId)) return refuse('claim_merged');
  if (isHiddenFromReaders(state, claimId)) return refuse('content_hidden');
  return state.promotions.has(claimId)
    ? refuse('nothing_changed')
    : accept({ type: 'claim.promoted', claimId });
}
