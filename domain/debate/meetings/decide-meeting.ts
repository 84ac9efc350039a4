import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import { meetingNow } from './meetings.ts';
import { endMeeting } from './turn-meeting.ts';

/** Starts a meeting in an open debate, or ends the current one. */
export function decideMeeting(
  state: DebateState,
  { live }: OperationOf<'meeting.setStatus'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, 'meeting.setStatus')) return refuse('not_allowed');
  if (live === (meetingNow(state) !== undefined)) return refuse('nothing_changed');
  if (!live) return accept(...endMeeting(state));
  if (state.head?.status !== 'open') return refuse('debate_closed');
  if (state.meetings.size >= LIMITS.meetings) return refuse('too_many', LIMITS.meetings);
  return accept({ type: 'meeting.started' });
}
