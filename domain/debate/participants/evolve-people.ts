import type { Effect, EntryFrame } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import type { Sanction } from '../moderation-log/moderation-action.ts';
import { logModeration } from '../moderation-log/moderation-log.ts';
import { NOBODY } from '../visibility/viewer.ts';
import type { Participant } from './participant.ts';

type PeopleEffect = Extract<
  Effect,
  { type: `participant.${string}` | 'debate.transferred' | 'team.chosen' | 'perspective.shown' }
>;

/** Folds changes to a person's participation. A returning person is who they were, in the role they join with. */
export function evolvePeople(state: DebateState, effect: PeopleEffect, entry: EntryFrame): DebateState {
  const { seq, at } = entry;
  const known = state.participants.get(effect.participantId);
  switch (effect.type) {
    case 'participant.joined': {
      const { participantId: id, role } = effect;
      const muted = known?.muted ?? false;
      const mutedUntil = known?.mutedUntil;
      const reason = muted ? (known?.reason ?? null) : null;
      // A returning person keeps the time of their first joining: others may not know that they were away.
      const joinedAt = known?.joinedAt ?? at;
      const joined = {
        ...(known?.everShowedVotes && { everShowedVotes: true as const }),
        id,
        role,
        joinedAt,
        team: known?.team ?? null,
        muted,
        membership: 'member',
        reason,
      } as const;
      return put(state, mutedUntil === undefined ? joined : { ...joined, mutedUntil });
    }
    case 'participant.appointed': {
      if (!known) return state;
      const appointed = put(state, { ...known, role: effect.role });
      return effect.unlogged ? appointed : logSanction(appointed, entry, effect, 'appointed');
    }
    case 'debate.transferred':
      // Nobody could unmute an owner.
      return known
        ? put(withoutOwner(state), { ...withoutEnds(known), role: 'owner', muted: false, reason: null })
        : state;
    case 'participant.muted': {
      if (!known) return state;
      const { mutedUntil: _, ...person } = known;
      const ends = effect.muted ? endOf(effect, at) : undefined;
      const sanctioned = { ...person, muted: effect.muted, ...(ends !== undefined && { mutedUntil: ends }) };
      const decided = put(state, withReason(sanctioned, effect.reason));
      return logSanction(decided, entry, effect, effect.muted ? 'muted' : 'unmuted');
    }
    case 'participant.membershipChanged': {
      if (!known) return state;
      const { membership, reason } = effect;
      // A person who comes back must agree again.
      const { outUntil: _, ...person } = membership === 'member' ? known : hidingVotes(known);
      const ends = membership === 'member' ? undefined : endOf(effect, at);
      const sanctioned = { ...person, membership, ...(ends !== undefined && { outUntil: ends }) };
      const decided = put(state, withReason(sanctioned, reason));
      // A removed person came back: no moderator decided it.
      if (entry.author === effect.participantId) return decided;
      return logSanction(decided, entry, effect, membership === 'member' ? 'readmitted' : membership);
    }
    case 'team.chosen':
      return known ? put(state, { ...known, team: effect.team }) : state;
    case 'perspective.shown': {
      if (!known) return state;
      return put(
        state,
        effect.shown ? { ...known, showsVotes: true, everShowedVotes: true } : hidingVotes(known),
      );
    }
    case 'participant.renamed':
      return !known || effect.unlogged ? state : logSanction(state, entry, effect, 'renamed');
    case 'participant.erased': {
      // `NOBODY`: another person in an anonymous debate.
      if (!known && effect.participantId !== NOBODY) return state;
      const erased = { muted: false, membership: 'removed', reason: null, erased: true } as const;
      const without = known ? put(state, { ...withoutEnds(hidingVotes(known)), ...erased }) : state;
      if (!effect.words) return without;
      return { ...(effect.fromConclusion ? withNextConclusion(without) : without), erasedAt: seq };
    }
  }
}

/** Nobody has signed the conclusion without the erased words. */
function withNextConclusion(state: DebateState): DebateState {
  const { conclusion } = state;
  return { ...state, conclusion: conclusion && { ...conclusion, revision: conclusion.revision + 1 } };
}

/** Decisions about a person are in the moderation log, visible to moderators only. */
function logSanction(
  state: DebateState,
  entry: EntryFrame,
  {
    participantId,
    reason = null,
  }: { readonly participantId: string; readonly reason?: Participant['reason'] },
  what: Sanction,
): DebateState {
  return logModeration(state, entry, { what, on: [participantId], reason: reason ?? '', note: '' });
}

/** When a mute or ban ends automatically. */
function endOf({ minutes }: { readonly minutes?: number }, at: number): number | undefined {
  return minutes === undefined ? undefined : at + minutes * 60_000;
}

/** Drops the times at which sanctions end. */
export function withoutEnds({ mutedUntil: _, outUntil: __, ...person }: Participant): Participant {
  return person;
}

/** A person who does not show their votes. */
function hidingVotes({ showsVotes: _, ...person }: Participant): Participant {
  return person;
}

/** The reason of the last sanction stays while any sanction lasts. */
function withReason(person: Participant, reason: Participant['reason']): Participant {
  const isFree = !person.muted && person.membership === 'member';
  return { ...person, reason: isFree ? null : (reason ?? person.reason) };
}

function withoutOwner(state: DebateState): DebateState {
  const owners = [...state.participants.values()].filter(({ role }) => role === 'owner');
  return owners.reduce((left, owner) => put(left, { ...owner, role: 'moderator' }), state);
}

function put(state: DebateState, person: Participant): DebateState {
  return { ...state, participants: state.participants.set(person.id, person) };
}
