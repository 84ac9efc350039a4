import { accept, type Decision, refuse } from './decision.ts';
import { LIMITS } from './limits.ts';
import { meetingNow } from './meetings.ts';
import type { OperationOf } from './operations.ts';
import { type Actor, may } from './permissions.ts';
import type { DebateState } from './state.ts';

/** Begins a meeting, or ends the one that goes on. */
export function decideMeeting(
  state: DebateState,
  { live }: OperationOf<'meeting.turn'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, 'meeting.turn')) return refuse('not_allowed');
  if (live === (meetingNow(state) !== undefined)) return refuse('nothing_changed');
  if (!live) return accept({ type: 'meeting.ended' });
  if (state.meetings.size >= LIMITS.meetings) return refuse('too_many', LIMITS.meetings);
  return accept({ type: 'meeting.started' });
}
