import { about, type EffectOf, type EventDefinitions, isFinal } from '../engine/define-event.ts';
import type { EntryFrame } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { evolveFloor } from './evolve-floor.ts';
import { evolveMeeting } from './evolve-meeting.ts';

/** The meaning of each of these events. */
export const MEETING_EVENTS: EventDefinitions<
  | 'meeting.started'
  | 'meeting.ended'
  | 'hand.raised'
  | 'hand.lowered'
  | 'floor.given'
  | 'floor.ordered'
  | 'floor.invited'
  | 'floor.uninvited'
  | 'spotlight.set'
> = {
  'meeting.started': { evolve: evolveMeeting, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
  'meeting.ended': { evolve: evolveMeeting, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
  'hand.raised': { evolve: evolveFloor, invert: isFinal, subject: about.nothing, sentAs: 'floor' },
  'hand.lowered': { evolve: evolveFloor, invert: isFinal, subject: about.nothing, sentAs: 'floor' },
  'floor.given': { evolve: evolveFloor, invert: isFinal, subject: about.nothing, sentAs: 'floor' },
  'floor.ordered': { evolve: evolveFloor, invert: isFinal, subject: about.nothing, sentAs: 'floor' },
  'floor.invited': { evolve: evolveFloor, invert: isFinal, subject: about.nothing, sentAs: 'floor' },
  'floor.uninvited': { evolve: evolveFloor, invert: isFinal, subject: about.nothing, sentAs: 'floor' },
  'spotlight.set': { evolve: setSpotlight, invert: isFinal, subject: about.nothing, sentAs: 'spotlight' },
};

function setSpotlight(
  state: DebateState,
  { on, call }: EffectOf<'spotlight.set'>,
  { seq }: EntryFrame,
): DebateState {
  if (on === null) return { ...state, spotlight: null };
  return { ...state, spotlight: { on, seq, call: call ? seq : (state.spotlight?.call ?? 0) } };
}
