import type { Effect, EntryFrame, LogEntry, ProjectedEffect } from '../engine/entries.ts';
import { type Actor, actorOf, isModerator, may, sanctionAgainst } from '../engine/permissions.ts';
import { OPERATIONS } from '../engine/registry.ts';
import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../head/names.ts';
import type { Viewer } from '../visibility/viewer.ts';
import { NOBODY } from '../visibility/viewer.ts';
import type { Floor, Speech } from './meeting.ts';
import { queuedHands } from './queued-hands.ts';

/** True if this person has the floor. */
export function isSpeaking({ floor }: DebateState, participantId: string): boolean {
  return floor.speaker?.participantId === participantId;
}

/** A state without this person's raised hand. */
export function withoutHand(state: DebateState, participantId: string): DebateState {
  const { floor } = state;
  if (!floor.hands.includes(participantId)) return state;
  return { ...state, floor: { ...floor, hands: floor.hands.filter((id) => id !== participantId) } };
}

/** A state without this person's invitation to speak. */
export function withoutInvitation(state: DebateState, participantId: string): DebateState {
  const { floor } = state;
  if (!floor.invited.includes(participantId)) return state;
  return { ...state, floor: { ...floor, invited: floor.invited.filter((id) => id !== participantId) } };
}

/** True if this person may raise a hand and does not moderate: moderators speak without being invited. */
export function canBeInvited(
  state: Pick<DebateState, 'participants' | 'head'>,
  participantId: string,
): boolean {
  const person = actorOf(state, participantId);
  if (person === null || isModerator(person)) return false;
  return may(state, person, 'hand.raise') && sanctionAgainst(state, person, 'hand.raise') === null;
}

/** A state in which the current speaker has spoken. */
export function withSpeechEnded(
  state: DebateState,
  { seq, at }: Pick<EntryFrame, 'seq' | 'at'>,
): DebateState {
  const { floor, speeches } = state;
  if (!floor.speaker) return state;
  const { participantId, positionId, since } = floor.speaker;
  const id = `speech-${seq}`;
  const speech = { id, participantId, positionId, from: since, to: at };
  return { ...state, floor: { ...floor, speaker: null }, speeches: speeches.set(id, speech) };
}

/** The effects of a person's new role: one that raises no hand ends their hand and their invitation, a moderator's the invitation. */
export function endedByRole({ floor }: DebateState, { id: participantId, role }: Actor): Effect[] {
  const mayRaise = role !== 'system' && OPERATIONS['hand.raise'].roles.includes(role);
  const effects: Effect[] = [];
  if (!mayRaise && floor.hands.includes(participantId)) effects.push({ type: 'hand.lowered', participantId });
  if ((!mayRaise || isModerator({ id: participantId, role })) && floor.invited.includes(participantId))
    effects.push({ type: 'floor.uninvited', participantId });
  return effects;
}

/** The effects of the end of a meeting or of a debate: the speech ends, and hands are lowered. Invitations stay, for the next meeting. */
export function endFloor({ floor }: DebateState): Effect[] {
  const lowered = floor.hands.map((participantId) => ({ type: 'hand.lowered', participantId }) as const);
  return floor.speaker ? [...lowered, { type: 'floor.given', to: null, seconds: null }] : lowered;
}

/** The effects of muting a person or of their leaving: they neither speak nor raise a hand, and are not invited to. */
export function silenced({ floor }: DebateState, participantId: string): Effect[] {
  const effects: Effect[] = [];
  if (floor.hands.includes(participantId)) effects.push({ type: 'hand.lowered', participantId });
  if (floor.speaker?.participantId === participantId)
    effects.push({ type: 'floor.given', to: null, seconds: null });
  if (floor.invited.includes(participantId)) effects.push({ type: 'floor.uninvited', participantId });
  return effects;
}

/**
 * The floor as the viewer may know it, its hands as they are queued. Viewers who don't moderate see no one's invitation but their own, and in
 * an anonymous debate nobody but themselves.
 */
export function floorFor(state: DebateState, viewer: Viewer): Floor {
  const hands = queuedHands(state);
  if (viewer.seesAll) return { ...state.floor, hands };
  const { speaker, order, invited } = state.floor;
  const own = invited.filter((id) => id === viewer.participantId);
  if (showsNames(state, viewer)) return { hands, speaker, order, invited: own };
  return {
    hands: hands.map((id) => nameFor(id, viewer)),
    speaker: speaker && { ...speaker, participantId: nameFor(speaker.participantId, viewer) },
    order,
    invited: own,
  };
}

/** Speeches, likewise. */
export function speechesFor(state: DebateState, viewer: Viewer): DebateState['speeches'] {
  return showsNames(state, viewer)
    ? state.speeches
    : state.speeches.map((speech) => speechFor(speech, viewer));
}

/** The projected floor that a viewer is sent for entries that led to `state`; null: none. */
export function projectFloor(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): Extract<ProjectedEffect, { type: 'floor.projected' }> | null {
  const about = entries.filter((entry) => isAboutFloor(entry, state) || isInvitationTo(entry, viewer));
  if (about.length === 0) return null;
  const since = new Set(about.map(({ seq }) => `speech-${seq}`));
  const speeches = [...state.speeches.values()].filter(({ id }) => since.has(id));
  const shown = showsNames(state, viewer) ? speeches : speeches.map((speech) => speechFor(speech, viewer));
  return { type: 'floor.projected', floor: floorFor(state, viewer), speeches: shown };
}

/**
 * Participants who are sent something else about the floor than their whole audience: that they are invited to speak, and, in an anonymous
 * debate, that it is theirs.
 */
export function floorRecipients(entries: readonly LogEntry[], state: DebateState): string[] {
  const recipients = entries.flatMap(({ effect }) =>
    effect.type === 'floor.invited' || effect.type === 'floor.uninvited' ? [effect.participantId] : [],
  );
  if (!entries.some((entry) => isAboutFloor(entry, state))) return recipients;
  const { hands, speaker, invited } = state.floor;
  if (!isAnonymous(state)) return [...recipients, ...invited];
  const speakers = [speaker, ...state.speeches.values()];
  return [...recipients, ...invited, ...hands, ...speakers.flatMap((one) => one?.participantId ?? [])];
}

/**
 * True if an effect that led to this state changed what everyone may know of the floor. People receive it as what they may then know of it.
 */
function isAboutFloor({ effect }: LogEntry, { floor }: DebateState): boolean {
  switch (effect.type) {
    case 'hand.raised':
    case 'hand.lowered':
    case 'floor.given':
    case 'floor.ordered':
      return true;
    case 'team.chosen':
      return floor.order === 'teams' && floor.hands.includes(effect.participantId);
    default:
      return false;
  }
}

/** True if an effect invites this viewer to speak, or ends that; moderators see everyone's. */
function isInvitationTo({ effect }: LogEntry, { seesAll, participantId }: Viewer): boolean {
  if (effect.type !== 'floor.invited' && effect.type !== 'floor.uninvited') return false;
  return seesAll || effect.participantId === participantId;
}

function showsNames(state: DebateState, { seesAll }: Viewer): boolean {
  return seesAll || !isAnonymous(state);
}

function speechFor(speech: Speech, viewer: Viewer): Speech {
  return { ...speech, participantId: nameFor(speech.participantId, viewer) };
}

function nameFor(participantId: string, viewer: Viewer): string {
  return participantId === viewer.participantId ? participantId : NOBODY;
}
