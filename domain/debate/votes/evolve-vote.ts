import { PersistentMap } from '../../collections/persistent-map.ts';
import type { Effect, EntryFrame, ProjectedEffect } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import type { Claim, Tally } from '../map/claim.ts';
import { isEarlier } from './earlier-vote.ts';
import { withFormerTeam } from './former-teams.ts';
import { mapRated, withCounts } from './ratings.ts';
import { NO_VOTES, type Vote } from './vote.ts';
import { isCountedWithOthers, recounted } from './vote-count.ts';

type VoteEffect = Extract<Effect | ProjectedEffect, { type: `vote.${string}` | 'votes.projected' }>;

/**
 * Folds a vote of the log (the tally moves by the difference to that person's last vote), a tally of a projection (absolute), or the
 * viewer's own vote of a projection (already in the tally); or all tallies and counts of ratings as they are shown from now on.
 */
export function evolveVote(state: DebateState, effect: VoteEffect, { author }: EntryFrame): DebateState {
  if (effect.type === 'votes.projected') return putAllCounts(state, effect);
  const claim = state.claims.get(effect.claimId);
  if (!claim) return state;
  switch (effect.type) {
    case 'vote.tallied':
      return putTally(state, claim, effect.tally);
    case 'vote.own':
      return putVote(state, claim, author, effect.answer && voteOf({ ...effect, answer: effect.answer }));
    case 'vote.cast': {
      // People had voted when the tasks of their earlier vote ran.
      const tasks = state.votes.get(claim.id)?.get(author)?.tasks;
      return count(state, claim, author, voteOf({ ...effect, ...(tasks && { tasks }) }));
    }
    case 'vote.withdrawn':
      return count(withFormerTeam(state, claim.id, author), claim, author, null);
  }
}

/** Things that are not listed have no counts. */
function putAllCounts(
  state: DebateState,
  { tallies, ratings }: Extract<VoteEffect, { type: 'votes.projected' }>,
): DebateState {
  const shown = PersistentMap(
    tallies.map(([id, agree, disagree, pass, earlier]) => [id, { agree, disagree, pass, earlier }] as const),
  );
  const counts = PersistentMap(ratings);
  const claims = state.claims.map((claim) => ({ ...claim, tally: shown.get(claim.id) ?? NO_VOTES }));
  return mapRated({ ...state, claims }, (rated) => withCounts(rated, counts.get(rated.id) ?? null));
}

function count(state: DebateState, claim: Claim, author: string, vote: Vote | null): DebateState {
  if (isCountedWithOthers(state, claim.id))
    return recounted(state, putVote(state, claim, author, vote), [claim.id]);
  const before = state.votes.get(claim.id)?.get(author) ?? null;
  const without = before ? adjust(claim.tally, before, claim, -1) : claim.tally;
  const tally = vote ? adjust(without, vote, claim, 1) : without;
  return putVote(putTally(state, claim, tally), claim, author, vote);
}

function voteOf({ answer, wording, tasks, team }: Vote): Vote {
  return { answer, wording, ...(tasks && { tasks }), ...(team !== undefined && { team }) };
}

function adjust(tally: Tally, vote: Vote, claim: Claim, by: 1 | -1): Tally {
  const earlier = isEarlier(vote, claim) ? tally.earlier + by : tally.earlier;
  return { ...tally, [vote.answer]: tally[vote.answer] + by, earlier };
}

function putTally(state: DebateState, claim: Claim, tally: Tally): DebateState {
  return { ...state, claims: state.claims.set(claim.id, { ...claim, tally }) };
}

function putVote(state: DebateState, claim: Claim, author: string, vote: Vote | null): DebateState {
  const ofClaim = state.votes.get(claim.id) ?? PersistentMap<string, Vote>();
  const votes = vote ? ofClaim.set(author, vote) : ofClaim.delete(author);
  return {
    ...state,
    votes: votes.size === 0 ? state.votes.delete(claim.id) : state.votes.set(claim.id, votes),
  };
}
