import { finish, type Steps } from '../../collections/steps.ts';
import type { DebateState } from '../../debate/engine/state.ts';
import { countedVote } from '../../debate/votes/vote-count.ts';
import { type PerspectiveVotes, type VoteCounts, votersIn } from './perspective.ts';

const NONE: VoteCounts = { agree: 0, disagree: 0, pass: 0 };

/** Number of claims looked at in one step. */
const A_STEP = 500;

/** The votes of one person, as far as the state knows them: a viewer's state has the viewer's own. */
export function votesOfPerson(state: DebateState, participantId: string): PerspectiveVotes {
  return finish(personSteps(state, participantId));
}

/** The same in steps. */
export function* personSteps(state: DebateState, participantId: string): Steps<PerspectiveVotes> {
  const votes = new Map<string, VoteCounts>();
  let looked = 0;
  for (const { id } of state.claims.values()) {
    looked += 1;
    if (looked % A_STEP === 0) yield;
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
