import type { DebateState } from '../engine/state.ts';
import type { Meeting } from './meeting.ts';

/** The current meeting. */
export function meetingNow({ meetings }: DebateState): Meeting | undefined {
  return meetings.find(({ to }) => to === null);
}

/**
 * True for a live meeting, in which people speak to each other: one was started, a phase is running, something is in the spotlight, or a
 * participant has the floor, asks for it or is invited to speak.
 */
export function isLive(state: DebateState): boolean {
  const { agenda, spotlight, floor, speeches } = state;
  return (
    meetingNow(state) !== undefined ||
    (agenda?.at ?? null) !== null ||
    spotlight !== null ||
    floor.speaker !== null ||
    floor.hands.length > 0 ||
    floor.invited.length > 0 ||
    speeches.size > 0
  );
}

/** A debate's meetings, oldest first. */
export function meetingsOf({ meetings }: DebateState): Meeting[] {
  return [...meetings.values()].sort((a, b) => a.from - b.from);
}
