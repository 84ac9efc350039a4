import type { Effect, EntryFrame, LogEntry, ProjectedEffect } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../participants/names.ts';
import { NOBODY } from '../visibility/anonymize.ts';
import type { Viewer } from '../visibility/hidden-content.ts';
import type { Floor, Speech } from './meeting.ts';

/** Has this person the floor? */
export function isSpeaking({ floor }: DebateState, participantId: string): boolean {
  return floor.speaker?.participantId === participantId;
}

/** A state in which this person does not ask for the floor. */
export function withoutHand(state: DebateState, participantId: string): DebateState {
  const { floor } = state;
  if (!floor.hands.includes(participantId)) return state;
  return { ...state, floor: { ...floor, hands: floor.hands.filter((id) => id !== participantId) } };
}

/** A state in which whoever had the floor has spoken. */
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

/** What becomes of the floor when this person is muted or not in the debate any more: they neither speak nor ask to. */
export function silenced({ floor }: DebateState, participantId: string): Effect[] {
  const effects: Effect[] = [];
  if (floor.hands.includes(participantId)) effects.push({ type: 'hand.lowered', participantId });
  if (floor.speaker?.participantId === participantId)
    effects.push({ type: 'floor.given', to: null, seconds: null });
  return effects;
}

/** How long somebody has spoken, in milliseconds, and how often. */
export interface Spoken {
  readonly milliseconds: number;
  readonly times: number;
}

/**
 * Time spoken between two moments by each person, or for each position (the empty name: for none); who has the floor at the
 * end has spoken up to then.
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

/** The floor as somebody may know it: in an anonymous debate those who do not run it are told of nobody but themselves. */
export function floorFor(state: DebateState, viewer: Viewer): Floor {
  if (isTold(state, viewer)) return state.floor;
  const { hands, speaker } = state.floor;
  return {
    hands: hands.map((id) => nameFor(id, viewer)),
    speaker: speaker && { ...speaker, participantId: nameFor(speaker.participantId, viewer) },
  };
}

/** What was spoken, likewise. */
export function speechesFor(state: DebateState, viewer: Viewer): DebateState['speeches'] {
  return isTold(state, viewer) ? state.speeches : state.speeches.map((speech) => speechFor(speech, viewer));
}

/** What somebody is told of the floor, of entries that led to `state`; null: nothing. */
export function projectFloor(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): Extract<ProjectedEffect, { type: 'floor.projected' }> | null {
  const about = entries.filter(isAboutFloor);
  if (about.length === 0) return null;
  const since = new Set(about.map(({ seq }) => `speech-${seq}`));
  const speeches = [...state.speeches.values()].filter(({ id }) => since.has(id));
  const told = isTold(state, viewer) ? speeches : speeches.map((speech) => speechFor(speech, viewer));
  return { type: 'floor.projected', floor: floorFor(state, viewer), speeches: told };
}

/** Who is told something else of the floor than all of their audience: in an anonymous debate, that it is they. */
export function floorRecipients(entries: readonly LogEntry[], state: DebateState): string[] {
  if (!isAnonymous(state) || !entries.some(isAboutFloor)) return [];
  const speakers = [state.floor.speaker, ...state.speeches.values()];
  return [...state.floor.hands, ...speakers.flatMap((speaker) => speaker?.participantId ?? [])];
}

/** Does an effect tell of the floor alone? It reaches people as what they may know of it then. */
export function isAboutFloor({ effect }: LogEntry): boolean {
  return effect.type === 'hand.raised' || effect.type === 'hand.lowered' || effect.type === 'floor.given';
}

function isTold(state: DebateState, { seesAll }: Viewer): boolean {
  return seesAll || !isAnonymous(state);
}

function speechFor(speech: Speech, viewer: Viewer): Speech {
  return { ...speech, participantId: nameFor(speech.participantId, viewer) };
}

function nameFor(participantId: string, viewer: Viewer): string {
  return participantId === viewer.participantId ? participantId : NOBODY;
}
