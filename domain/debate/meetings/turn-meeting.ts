import { accept, type Decision } from '../engine/decision.ts';
import type { Effect } from '../engine/entries.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { endFloor } from './floor.ts';
import { meetingNow } from './meetings.ts';

/**
 * Starting the agenda of an open debate also starts a meeting, before all its other effects, and ending it ends the meeting, after all its
 * other effects: so the record has all of it. A meeting that is already running continues. If the debate was closed in between, going on
 * starts the next meeting; one that moderators ended stays ended.
 */
export function withMeeting(
  state: DebateState,
  { from, to }: OperationOf<'agenda.goTo'>,
  turned: Decision,
): Decision {
  if (!turned.ok) return turned;
  const isOn = meetingNow(state) !== undefined;
  const isDue = to !== null && (from === null || isFirstSinceOpened(state));
  const begins = isDue && !isOn && state.head?.status === 'open' && state.meetings.size < LIMITS.meetings;
  const before: Effect[] = begins ? [{ type: 'meeting.started' }] : [];
  const after: Effect[] = to === null && isOn ? endMeeting(state) : [];
  return accept(...before, ...turned.effects, ...after);
}

/** True if no meeting has run since the debate was opened, or opened again. */
function isFirstSinceOpened({ meetings, head }: DebateState): boolean {
  const openedAt = head?.statusChangedAt ?? 0;
  return !meetings.some(({ endedAt }) => endedAt === null || endedAt >= openedAt);
}

/** The effects of the end of a meeting: the speech ends first, so that the record has all of it. */
export function endMeeting(state: DebateState): Effect[] {
  return [...endFloor(state), { type: 'meeting.ended' }];
}
