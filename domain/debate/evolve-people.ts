import type { Effect, EntryFrame } from './entries.ts';
import type { DebateState, Participant } from './state.ts';

type PeopleEffect = Extract<Effect, { type: `participant.${string}` | 'debate.transferred' | 'team.chosen' }>;

/** Folds what became of a person's part in the debate. Who comes back is what they were, in the role they come in. */
export function evolvePeople(state: DebateState, effect: PeopleEffect, { at }: EntryFrame): DebateState {
  const known = state.participants.get(effect.participantId);
  switch (effect.type) {
    case 'participant.joined': {
      const { participantId: id, role } = effect;
      const muted = known?.muted ?? false;
      const reason = muted ? (known?.reason ?? null) : null;
      // Since when somebody is there does not tell others that they were removed in between.
      const joinedAt = known?.joinedAt ?? at;
      return put(state, { id, role, joinedAt, team: known?.team ?? null, muted, standing: 'in', reason });
    }
    case 'participant.appointed':
      return known ? put(state, { ...known, role: effect.role }) : state;
    case 'debate.transferred':
      // Nobody could take it from an owner that they are muted.
      return known
        ? put(withoutOwner(state), { ...known, role: 'owner', muted: false, reason: null })
        : state;
    case 'participant.muted':
      return known ? put(state, withReason({ ...known, muted: effect.muted }, effect.reason)) : state;
    case 'participant.admitted':
      return known ? put(state, withReason({ ...known, standing: effect.standing }, effect.reason)) : state;
    case 'team.chosen':
      return known ? put(state, { ...known, team: effect.team }) : state;
    case 'participant.renamed':
      return state;
  }
}

/** The reason of the last measure stands as long as any does. */
function withReason(person: Participant, reason: Participant['reason']): Participant {
  const isFree = !person.muted && person.standing === 'in';
  return { ...person, reason: isFree ? null : (reason ?? person.reason) };
}

function withoutOwner(state: DebateState): DebateState {
  const owners = [...state.participants.values()].filter(({ role }) => role === 'owner');
  return owners.reduce((left, owner) => put(left, { ...owner, role: 'moderator' }), state);
}

function put(state: DebateState, person: Participant): DebateState {
  return { ...state, participants: state.participants.set(person.id, person) };
}
