import type { DebateState } from '../engine/state.ts';
import type { Claim, Tally } from '../map/claim.ts';
import { mergedInto, mergedWay, resolveMerge } from '../map/merged.ts';
import { isEarlier } from './earlier-vote.ts';
import { NO_VOTES, type Vote } from './vote.ts';

/** A person's vote as it counts for a claim, and the claim it was cast on: that one, or one that was merged into it. */
export interface CountedVote extends Vote {
  readonly on: string;
}

/** The vote of a person that counts for a claim; undefined: they have none on it, nor on anything merged into it. */
export function countedVote(
  state: DebateState,
  claimId: string,
  participantId: string,
): CountedVote | undefined {
  for (const on of countingFor(state, claimId)) {
    const vote = state.votes.get(on)?.get(participantId);
    if (vote) return { ...vote, on };
  }
  return undefined;
}

/** `countedVote` of a person for every claim for which one counts. Each claim is visited once, also in a long chain of merges. */
export function countedVotes(state: DebateState, participantId: string): ReadonlyMap<string, CountedVote> {
  const counted = new Map<string, CountedVote>();
  for (const [on, votes] of state.votes) {
    const vote = votes.get(participantId);
    if (vote) counted.set(on, { ...vote, on });
  }
  // From each claim to what it was merged into, one step at a time: the nearest vote comes first, and of equally near ones the older merge's.
  let level = [...counted.keys()];
  while (level.length > 0 && state.merges.size > 0) {
    const steps = level.flatMap((id) => (state.hidden.has(id) ? [] : (state.merges.get(id) ?? [])));
    steps.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    level = [];
    for (const { id, into } of steps) {
      const vote = counted.get(id);
      if (!vote || counted.has(into)) continue;
      counted.set(into, vote);
      level.push(into);
    }
  }
  return counted;
}

/**
 * Counts the votes on a claim in a state, with those on what was merged into it by people who have not voted on the claim itself: these
 * answer another claim's wording.
 */
export function countVotes(state: DebateState, claim: Pick<Claim, 'id' | 'wording'>): Tally {
  const counted = new Set<string>();
  const tally = { ...NO_VOTES };
  for (const on of countingFor(state, claim.id)) {
    for (const [voter, vote] of state.votes.get(on) ?? []) {
      if (counted.has(voter)) continue;
      counted.add(voter);
      tally[vote.answer] += 1;
      if (on !== claim.id || isEarlier(vote, claim)) tally.earlier += 1;
    }
  }
  return tally;
}

/**
 * A state with the tallies of these claims, and of what they were merged into, updated by the known votes. The log's states know all votes;
 * a projection knows the viewer's own, until it gets the tally.
 */
export function recounted(before: DebateState, after: DebateState, claimIds: Iterable<string>): DebateState {
  const concerned = new Set(
    [...claimIds].flatMap((id) => [before, after].flatMap((state) => mergedWay(state, id))),
  );
  let { claims } = after;
  for (const id of concerned) {
    const [was, is] = [before.claims.get(id), after.claims.get(id)];
    if (!was || !is) continue;
    const tally = moved(is.tally, countVotes(before, was), countVotes(after, is));
    if (tally !== is.tally) claims = claims.set(id, { ...is, tally });
  }
  return claims === after.claims ? after : { ...after, claims };
}

/** Claims whose votes count for this one, itself first; a hidden claim does not count, nor what counts through it. */
export function countingFor(state: DebateState, claimId: string): readonly string[] {
  if (state.merges.size === 0) return [claimId];
  const all = new Set([claimId]);
  for (const id of all)
    for (const merged of mergedInto(state, id)) if (!state.hidden.has(merged)) all.add(merged);
  return [...all];
}

/** True if votes on this claim count for others, or others' for it. */
export function isCountedWithOthers(state: DebateState, claimId: string): boolean {
  return resolveMerge(state, claimId) !== claimId || mergedInto(state, claimId).length > 0;
}

function moved(tally: Tally, from: Tally, to: Tally): Tally {
  const kinds = ['agree', 'disagree', 'pass', 'earlier'] as const;
  if (kinds.every((kind) => from[kind] === to[kind])) return tally;
  const count = (kind: (typeof kinds)[number]) => tally[kind] + to[kind] - from[kind];
  return {
    agree: count('agree'),
    disagree: count('disagree'),
    pass: count('pass'),
    earlier: count('earlier'),
  };
}
