import { accept, type Decision } from '../engine/decision.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import { resolveMerge } from '../map/merged.ts';
import { awaitsRecognition } from '../map/steelman.ts';
import { votedFor } from './former-teams.ts';
import { countedVote } from './vote-count.ts';

/**
 * One vote per person and claim. A vote names the wording it answers, so that a vote cast while the claim was being reworded counts for the
 * wording that was read, not for a later one. Withdrawing removes the vote that counts: the one on the claim, or on what was merged into
 * it.
 */
export function decideVote(
  state: DebateState,
  operation: OperationOf<'vote.cast' | 'vote.withdraw'>,
  actor: Actor,
): Decision {
  const claim = state.claims.get(operation.claimId);
  if (!claim) return refuse('unknown_claim');
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  if (state.claims.get(resolveMerge(state, claim.id))?.retracted) return refuse('claim_retracted');
  if (operation.type === 'vote.withdraw') {
    const counted = countedVote(state, claim.id, actor.id);
    return counted ? accept({ type: 'vote.withdrawn', claimId: counted.on }) : refuse('no_vote');
  }
  const voted = state.claims.get(resolveMerge(state, claim.id)) ?? claim;
  if (awaitsRecognition(voted)) return refuse('steelman_waiting');
  const own = state.votes.get(claim.id)?.get(actor.id);
  const { answer, wording } = operation;
  if (wording > claim.wordings) return refuse('wording_changed');
  if (own?.answer === answer && own.wording === wording) return refuse('nothing_changed');
  const team = votedFor(state, claim.id, actor.id);
  return accept({ type: 'vote.cast', claimId: claim.id, answer, wording, ...(team !== null && { team }) });
}
