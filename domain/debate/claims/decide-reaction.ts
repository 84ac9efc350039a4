import { accept, type Decision } from '../engine/decision.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import { resolveMerge } from '../map/merged.ts';
import { ownReaction } from './reaction.ts';

/** One reaction per person and claim. */
export function decideReaction(
  state: DebateState,
  { claimId, reaction }: OperationOf<'claim.react'>,
  actor: Actor,
): Decision {
  if (!state.claims.has(claimId)) return refuse('unknown_claim');
  if (!may(state, actor, 'claim.react')) return refuse('not_allowed');
  if (state.claims.get(resolveMerge(state, claimId))?.retracted) return refuse('claim_retracted');
  if (reaction === ownReaction(state, claimId, actor.id)) return refuse('nothing_changed');
  return accept({ type: 'claim.reacted', claimId, reaction });
}
