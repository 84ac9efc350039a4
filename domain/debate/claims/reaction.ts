import type { DebateState } from '../engine/state.ts';
import { REACTIONS, type Reaction } from '../map/claim.ts';
import { ownRating } from '../votes/ratings.ts';

/** A person's reaction to a claim; null: none. */
export function ownReaction(state: DebateState, claimId: string, participantId: string): Reaction | null {
  const claim = state.claims.get(claimId);
  const own = claim && ownRating(state, claim, participantId);
  return own === undefined ? null : (REACTIONS[own] ?? null);
}
