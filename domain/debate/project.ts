import { Map as PersistentMap } from 'immutable';
import type { Effect, LogEntry, ProjectedEntry } from './entries.ts';
import type { DebateState, Role, Vote } from './state.ts';

/** Who sees the same things. */
export const AUDIENCES = ['moderators', 'debaters', 'readers', 'stage'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The audience a person in a role belongs to; null: one who reads without having joined. */
export function audienceOf(role: Role | null): Audience {
  if (role === null) return 'readers';
  return role === 'owner' || role === 'moderator' ? 'moderators' : 'debaters';
}

/**
 * What an audience may see of a state. The only way a state leaves the server. Votes go out as tallies; a person's own
 * are added for that person alone.
 */
export function projectState(
  state: DebateState,
  _audience: Audience,
  participantId: string | null,
): DebateState {
  return { ...state, votes: projectVotes(state, participantId) };
}

/** The votes a person may see: their own. */
export function projectVotes(state: DebateState, participantId: string | null): DebateState['votes'] {
  let votes = PersistentMap<string, PersistentMap<string, Vote>>();
  if (participantId === null) return votes;
  for (const [claimId, ofClaim] of state.votes) {
    const own = ofClaim.get(participantId);
    if (own) votes = votes.set(claimId, PersistentMap([[participantId, own]]));
  }
  return votes;
}

/**
 * What an audience may see of entries that led to `state`. Votes become one absolute tally per claim, at the place of the
 * last of them, so that three hundred votes in a moment are told once.
 */
export function projectEntries(
  entries: readonly LogEntry[],
  state: DebateState,
  _audience: Audience,
): ProjectedEntry[] {
  const lastVote = new Map<string, number>();
  for (const { seq, effect } of entries) if (isVote(effect)) lastVote.set(effect.claimId, seq);
  return entries.flatMap((entry): ProjectedEntry[] => {
    const { effect } = entry;
    if (!isVote(effect)) return [entry];
    const claim = state.claims.get(effect.claimId);
    if (!claim || lastVote.get(effect.claimId) !== entry.seq) return [];
    const tallied = { type: 'vote.tallied' as const, claimId: claim.id, tally: claim.tally };
    return [{ seq: entry.seq, at: entry.at, actor: NOBODY, author: NOBODY, effect: tallied }];
  });
}

/** A person's own votes among entries: told to that person's connections only. */
export function projectOwn(entries: readonly LogEntry[], participantId: string): ProjectedEntry[] {
  // Told after the entries they came among: what was voted before the board was cleared is gone by then.
  const cleared = entries.findLastIndex(({ effect }) => effect.type === 'debate.cleared');
  return entries.slice(cleared + 1).flatMap((entry): ProjectedEntry[] => {
    const { effect } = entry;
    if (!isVote(effect) || entry.author !== participantId) return [];
    const [answer, wording] = effect.type === 'vote.cast' ? [effect.answer, effect.wording] : [null, 0];
    return [{ ...entry, effect: { type: 'vote.own', claimId: effect.claimId, answer, wording } }];
  });
}

/** What an audience may see of those who are here. The only way presence leaves the server. */
export function projectPresence<Here extends { readonly participantId: string | null }>(
  here: readonly Here[],
  _state: DebateState,
  _audience: Audience,
): readonly Here[] {
  return here;
}

/** Who voted is nobody's business: tallies carry no actor. */
const NOBODY = '';

type VoteEffect = Extract<Effect, { type: 'vote.cast' | 'vote.withdrawn' }>;

function isVote(effect: Effect): effect is VoteEffect {
  return effect.type === 'vote.cast' || effect.type === 'vote.withdrawn';
}
