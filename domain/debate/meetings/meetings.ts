import type { DebateState } from '../engine/state.ts';
import type { Meeting } from './meeting.ts';

/** The meeting that goes on now. */
export function meetingNow({ meetings }: DebateState): Meeting | undefined {
  return meetings.find(({ to }) => to === null);
}

/**
 * Is this a live meeting, in which people speak to each other: one goes on, a phase is on, something is in the light, or the
 * floor has been given to somebody?
 */
export function isLive(state: DebateState): boolean {
  const { agenda, light, floor, speeches } = state;
  return (
    meetingNow(state) !== undefined ||
    (agenda?.at ?? null) !== null ||
    light !== null ||
    floor.speaker !== null ||
    floor.hands.length > 0 ||
    speeches.size > 0
  );
}

/** A debate's meetings, the first first. */
export function meetingsOf({ meetings }: DebateState): Meeting[] {
  return [...meetings.values()].sort((a, b) => a.from - b.from);
}
