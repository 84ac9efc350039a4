import type { EntryFrame } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../head/names.ts';
import type { ModerationAction } from './moderation-action.ts';

/** The id of an entry's moderation action, if it is one. */
export function actId(seq: number): string {
  return `act-${seq}`;
}

/** A state with an action in its moderation log. */
export function logModeration(
  state: DebateState,
  { seq, at, actor }: EntryFrame,
  act: Pick<ModerationAction, 'what' | 'on' | 'reason' | 'note'>,
): DebateState {
  const id = actId(seq);
  // The actor who holds content for approval may be its author.
  const by = act.what === 'resubmitted' && isAnonymous(state) ? '' : actor;
  return { ...state, moderationLog: state.moderationLog.set(id, { id, seq, at, by, ...act }) };
}

/** Actions on any of these. */
export function moderationLogOf(
  { moderationLog }: DebateState,
  ids: ReadonlySet<string>,
): ModerationAction[] {
  return [...moderationLog.values()].filter(({ on }) => on.some((id) => ids.has(id)));
}
