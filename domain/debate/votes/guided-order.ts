import { hashOf } from '../../collections/hash-of.ts';
import type { DebateState } from '../engine/state.ts';
import { isAddingLocked } from '../locks/locks.ts';
import { activePositions } from '../map/active-positions.ts';
import type { Claim } from '../map/claim.ts';
import { childrenOf } from '../map/tree.ts';
import { isHiddenFromReaders } from '../visibility/hidden-content.ts';
import type { Answer } from './vote.ts';
import { countedVote } from './vote-count.ts';

/** Whom guided voting asks, and about what. */
export interface GuidedVoter {
  readonly participantId: string | null;
  /** Each seed has another order. */
  readonly seed: string;
  /** The claim or position whose branch is voted on; `null`: the whole debate. */
  readonly branch: string | null;
}

/**
 * The claims that guided voting asks a person about, in order: level by level, so that a claim comes before the arguments about it; on each
 * level in random order, so that no claim profits from its place. The order never depends on votes, so it reveals none, and a person's stays
 * the same while others vote.
 */
export function guidedOrder(state: DebateState, { participantId, seed, branch }: GuidedVoter): string[] {
  const order: string[] = [];
  // A broken state may have a cycle: no claim is visited twice.
  const seen = new Set<string>();
  let level = firstLevel(state, branch);
  while (level.length > 0) {
    const shuffled = level
      .map((claim) => ({ claim, at: hashOf(`${seed} ${claim.id}`) }))
      .sort((a, b) => a.at - b.at || (a.claim.id < b.claim.id ? -1 : 1));
    level = [];
    for (const { claim } of shuffled) {
      if (seen.has(claim.id)) continue;
      seen.add(claim.id);
      if (asksForVote(state, claim, participantId)) order.push(claim.id);
      level.push(...childrenOf(state, { kind: 'claim', id: claim.id }));
    }
  }
  return order;
}

/** True if a person may be asked for a vote on a claim, voted on or not. Nobody is asked about their own claims. */
export function asksForVote(state: DebateState, claim: Claim, participantId: string | null): boolean {
  if (claim.retracted || claim.author === participantId || state.merges.has(claim.id)) return false;
  return !isHiddenFromReaders(state, claim.id) && !isAddingLocked(state, { kind: 'claim', id: claim.id });
}

/** A person's answer to the present wording of a claim; `null`: none. */
export function currentAnswer(
  state: DebateState,
  claim: Pick<Claim, 'id' | 'wording'>,
  participantId: string | null,
): Answer | null {
  const vote = participantId === null ? undefined : countedVote(state, claim.id, participantId);
  return vote && vote.on === claim.id && vote.wording === claim.wording ? vote.answer : null;
}

function firstLevel(state: DebateState, branch: string | null): Claim[] {
  if (branch === null)
    return activePositions(state).flatMap(({ id }) => childrenOf(state, { kind: 'position', id }));
  const claim = state.claims.get(branch);
  return claim ? [claim] : childrenOf(state, { kind: 'position', id: branch });
}
