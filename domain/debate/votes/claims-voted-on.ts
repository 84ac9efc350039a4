import type { DebateState } from '../engine/state.ts';

/** For votes that were asked for: the claims each person voted on, if that was calculated. */
const votedOn = new WeakMap<DebateState['votes'], ReadonlyMap<string, readonly string[]> | null>();

/**
 * The claims a person may have voted on. They are indexed for the second person who asks: hundreds may be sent one snapshot, but the votes
 * of a live debate are others with each vote.
 */
export function claimsVotedOn(votes: DebateState['votes'], participantId: string): Iterable<string> {
  const known = votedOn.get(votes);
  if (known === undefined) {
    votedOn.set(votes, null);
    return votes.keys();
  }
  const byPerson = known ?? indexVotes(votes);
  votedOn.set(votes, byPerson);
  return byPerson.get(participantId) ?? [];
}

function indexVotes(votes: DebateState['votes']): ReadonlyMap<string, readonly string[]> {
  const byPerson = new Map<string, string[]>();
  for (const [claimId, ofClaim] of votes)
    for (const participantId of ofClaim.keys()) {
      const claims = byPerson.get(participantId);
      if (claims) claims.push(claimId);
      else byPerson.set(participantId, [claimId]);
    }
  return byPerson;
}
