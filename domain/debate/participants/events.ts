import { about, type EffectOf, type EventDefinitions, isFinal } from '../engine/define-event.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { evolvePeople } from './evolve-people.ts';
import type { Participant } from './participant.ts';

/** The meaning of each of these events. */
export const PARTICIPANT_EVENTS: EventDefinitions<
  | 'participant.joined'
  | 'participant.appointed'
  | 'participant.muted'
  | 'participant.membershipChanged'
  | 'participant.renamed'
  | 'participant.erased'
  | 'debate.transferred'
  | 'team.chosen'
  | 'perspective.shown'
> = {
  'participant.joined': { evolve: evolvePeople, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
  'participant.appointed': {
    evolve: evolvePeople,
    invert: invertAppointed,
    subject: about.nothing,
    sentAs: 'entry',
  },
  'participant.muted': {
    evolve: evolvePeople,
    invert: invertMuted,
    subject: about.nothing,
    sentAs: 'sanction',
  },
  'participant.membershipChanged': {
    evolve: evolvePeople,
    invert: invertMembership,
    subject: about.nothing,
    sentAs: 'sanction',
  },
  'participant.renamed': { evolve: evolvePeople, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
  'participant.erased': { evolve: evolvePeople, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
  'debate.transferred': { evolve: evolvePeople, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
  'team.chosen': { evolve: evolvePeople, invert: invertTeam, subject: about.nothing, sentAs: 'entry' },
  // A key that undoes must not show votes, nor hide them.
  'perspective.shown': { evolve: evolvePeople, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
};

function invertAppointed(
  before: DebateState,
  { participantId }: EffectOf<'participant.appointed'>,
): Operation | null {
  const role = before.participants.get(participantId)?.role;
  if (role === undefined || role === 'owner') return null;
  return { type: 'participant.appoint', participantId, role };
}

function invertMuted(
  before: DebateState,
  { participantId }: EffectOf<'participant.muted'>,
): Operation | null {
  const person = exceptOwner(before, participantId);
  if (!person) return null;
  const { muted, reason, mutedUntil } = person;
  return { type: 'participant.mute', participantId, muted, reason, ...lasting(before, mutedUntil) };
}

function invertMembership(
  before: DebateState,
  { participantId }: EffectOf<'participant.membershipChanged'>,
): Operation | null {
  const person = exceptOwner(before, participantId);
  if (!person) return null;
  const { membership, reason, outUntil } = person;
  return {
    type: 'participant.setMembership',
    participantId,
    membership,
    reason,
    ...lasting(before, outUntil),
  };
}

function invertTeam(before: DebateState, { participantId }: EffectOf<'team.chosen'>): Operation | null {
  const person = exceptOwner(before, participantId);
  return person ? { type: 'team.choose', participantId, team: person.team } : null;
}

function exceptOwner({ participants }: DebateState, id: string): Participant | null {
  const person = participants.get(id);
  return person && person.role !== 'owner' ? person : null;
}

/** For as long as it would have lasted. */
function lasting({ at }: DebateState, until: number | undefined): { readonly minutes?: number } {
  return until === undefined ? {} : { minutes: Math.max(1, Math.ceil((until - at) / 60_000)) };
}
