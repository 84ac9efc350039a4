import type { Effect } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { endFloor } from '../meetings/floor.ts';
import { meetingNow } from '../meetings/meetings.ts';
import { endPolls } from '../polls/polls.ts';

/** The effects of the end of a debate: its speech, its open polls and its meeting end, the meeting last, so that the record has all of it. */
export function endDebate(state: DebateState): Effect[] {
  const isOn = meetingNow(state) !== undefined;
  return [...endFloor(state), ...endPolls(state), ...(isOn ? [{ type: 'meeting.ended' } as const] : [])];
}
