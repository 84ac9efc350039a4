import type { Effect, EntryFrame } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import type { Meeting } from './meeting.ts';
import { meetingNow } from './meetings.ts';

type MeetingEffect = Extract<Effect, { type: `meeting.${string}` }>;

/** Folds the start and end of a meeting. */
export function evolveMeeting(
  state: DebateState,
  effect: MeetingEffect,
  { seq, at }: EntryFrame,
): DebateState {
  if (effect.type === 'meeting.started') {
    const id = String(state.meetings.size + 1);
    return put(state, { id, from: seq, to: null, startedAt: at, endedAt: null });
  }
  const meeting = meetingNow(state);
  return meeting ? put(state, { ...meeting, to: seq, endedAt: at }) : state;
}

function put(state: DebateState, meeting: Meeting): DebateState {
  return { ...state, meetings: state.meetings.set(meeting.id, meeting) };
}
