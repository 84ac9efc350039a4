import type { DebateState } from '../../debate/engine/state.ts';
import { countedVote } from '../../debate/votes/vote-count.ts';
import { type PerspectiveVotes, type VoteCounts, votersIn } from './perspective.ts';

const NONE: VoteCounts = { agree: 0, disagree: 0, pass: 0 };

/** The votes of one person, as far as the state knows them: a viewer's state has the viewer's own. */
export function votesOfPerson(state: DebateState, participantId: string): PerspectiveVotes {
  const votes = new Map<string, VoteCounts>();
  for (const { id } of state.claims.values()) {
    const vote = countedVote(state, id, participantId);
    if (vote) votes.set(id, { ...NONE, [vote.answer]: 1 });
  }
  return votes;
}

/** The votes of everyone: the tallies as they are shown. */
export function votesOfEveryone({ claims }: DebateState): PerspectiveVotes {
  const votes = new Map<string, VoteCounts>();
  for (const { id, tally } of claims.values()) if (votersIn(tally) > 0) votes.set(id, tally);
  return votes;
}
