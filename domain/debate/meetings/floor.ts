import type { Effect, EntryFrame, LogEntry, ProjectedEffect } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../head/names.ts';
import type { Viewer } from '../visibility/viewer.ts';
import { NOBODY } from '../visibility/viewer.ts';
import type { Floor, Speech } from './meeting.ts';

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

/** The floor after this person was muted or left the debate: they neither speak nor raise a hand. */
export function silenced({ floor }: DebateState, participantId: string): Effect[] {
  const effects: Effect[] = [];
  if (floor.hands.includes(participantId)) effects.push({ type: 'hand.lowered', participantId });
  if (floor.speaker?.participantId === participantId)
    effects.push({ type: 'floor.given', to: null, seconds: null });
  return effects;
}

/** A person's speaking time in milliseconds, and number of speeches. */
export interface Spoken {
  readonly milliseconds: number;
  readonly times: number;
}

/**
 * Speaking time between two moments by person, or by position (the empty name: none); a speaker still speaking at the end counts up to
 * then.
 */
export function timeSpoken(
  state: Pick<DebateState, 'floor' | 'speeches'>,
  by: 'participantId' | 'positionId',
  [from, to]: readonly [number, number],
): ReadonlyMap<string, Spoken> {
  const { speaker } = state.floor;
  const running = speaker ? [{ ...speaker, from: speaker.since, to }] : [];
  const spoken = new Map<string, Spoken>();
  for (const speech of [...state.speeches.values(), ...running]) {
    const milliseconds = Math.min(speech.to, to) - Math.max(speech.from, from);
    if (milliseconds <= 0) continue;
    const name = speech[by] ?? '';
    const before = spoken.get(name) ?? { milliseconds: 0, times: 0 };
    spoken.set(name, { milliseconds: before.milliseconds + milliseconds, times: before.times + 1 });
  }
  return spoken;
}

/** The floor as the viewer may know it: in an anonymous debate, viewers who don't moderate see nobody but themselves. */
export function floorFor(state: DebateState, viewer: Viewer): Floor {
  if (showsNames(state, viewer)) return state.floor;
  const { hands, speaker } = state.floor;
  return {
    hands: hands.map((id) => nameFor(id, viewer)),
    speaker: speaker && { ...speaker, participantId: nameFor(speaker.participantId, viewer) },
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
  const about = entries.filter(isAboutFloor);
  if (about.length === 0) return null;
  const since = new Set(about.map(({ seq }) => `speech-${seq}`));
  const speeches = [...state.speeches.values()].filter(({ id }) => since.has(id));
  const shown = showsNames(state, viewer) ? speeches : speeches.map((speech) => speechFor(speech, viewer));
  return { type: 'floor.projected', floor: floorFor(state, viewer), speeches: shown };
}

/** Participants who are sent something else about the floor than their whole audience: in an anonymous debate, that it is theirs. */
export function floorRecipients(entries: readonly LogEntry[], state: DebateState): string[] {
  if (!isAnonymous(state) || !entries.some(isAboutFloor)) return [];
  const speakers = [state.floor.speaker, ...state.speeches.values()];
  return [...state.floor.hands, ...speakers.flatMap((speaker) => speaker?.participantId ?? [])];
}

/** True if an effect concerns only the floor. People receive it as what they may then know of it. */
function isAboutFloor({ effect }: LogEntry): boolean {
  return effect.type === 'hand.raised' || effect.type === 'hand.lowered' || effect.type === 'floor.given';
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
