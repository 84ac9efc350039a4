import { MapBuilder, PersistentMap } from '../../collections/persistent-map.ts';
import type { DebateState } from '../engine/state.ts';
import { teamOf } from '../positions/team-of.ts';
import { countingFor } from './vote-count.ts';

/** The position that a person's vote counts for: the one of their first vote on the claim, also if they withdrew it; null: none. */
export function votedFor(state: DebateState, claimId: string, participantId: string): string | null {
  for (const on of countingFor(state, claimId)) {
    const vote = state.votes.get(on)?.get(participantId);
    if (vote) return vote.team ?? null;
    const former = state.formerTeams.get(on)?.get(participantId);
    if (former !== undefined) return former;
  }
  return teamOf(state, participantId);
}

/** Remembers the position that a person spoke for in the vote they are about to withdraw. */
export function withFormerTeam(state: DebateState, claimId: string, participantId: string): DebateState {
  const vote = state.votes.get(claimId)?.get(participantId);
  if (!vote) return state;
  const ofClaim = state.formerTeams.get(claimId) ?? PersistentMap<string, string | null>();
  const formerTeams = state.formerTeams.set(claimId, ofClaim.set(participantId, vote.team ?? null));
  return { ...state, formerTeams };
}

/** A withdrawn vote's position as stored in a snapshot. */
export type StoredTeam = readonly [claimId: string, participantId: string, team: string | null];

export function storedTeams(teams: DebateState['formerTeams']): StoredTeam[] {
  return [...teams.keys()].sort().flatMap((claimId) => {
    const ofClaim = [...(teams.get(claimId) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    return ofClaim.map(([participantId, team]): StoredTeam => [claimId, participantId, team]);
  });
}

export function teamsByClaim(stored: readonly StoredTeam[]): DebateState['formerTeams'] {
  const teams = new MapBuilder<string, PersistentMap<string, string | null>>();
  for (const [claimId, participantId, team] of stored)
    teams.set(claimId, (teams.get(claimId) ?? PersistentMap()).set(participantId, team));
  return teams.map();
}
