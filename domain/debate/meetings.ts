import type { DebateState, Meeting } from './state.ts';

/** The meeting that goes on now. */
export function meetingNow({ meetings }: DebateState): Meeting | undefined {
  return meetings.find(({ to }) => to === null);
}

/** A debate's meetings, the first first. */
export function meetingsOf({ meetings }: DebateState): Meeting[] {
  return [...meetings.values()].sort((a, b) => a.from - b.from);
}
