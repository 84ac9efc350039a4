import { type DebateState, EMPTY_STATE } from '../engine/state.ts';
import { positionsInOrder } from '../map/positions-in-order.ts';

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

/** Speaking time in ended speeches by person, or by position (the empty name: none). */
export function timeOfEnded(
  speeches: DebateState['speeches'],
  by: 'participantId' | 'positionId',
): ReadonlyMap<string, Spoken> {
  return timeSpoken({ speeches, floor: EMPTY_STATE.floor }, by, [0, Number.MAX_SAFE_INTEGER]);
}

/** Milliseconds of ended speeches for each position, in the order of positions, also those nobody has spoken for; last, for none (the empty id). */
export function shareOfSpeaking({
  speeches,
  positions,
}: Pick<DebateState, 'speeches' | 'positions'>): { readonly id: string; readonly milliseconds: number }[] {
  const spoken = timeOfEnded(speeches, 'positionId');
  const timeOf = (id: string) => spoken.get(id)?.milliseconds ?? 0;
  const shown = positionsInOrder({ positions }).filter(({ id, removed }) => !removed || timeOf(id) > 0);
  const shares = shown.map(({ id }) => ({ id, milliseconds: timeOf(id) }));
  return timeOf('') > 0 ? [...shares, { id: '', milliseconds: timeOf('') }] : shares;
}
