import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../head/names.ts';
import type { HiddenContent } from './hidden.ts';

/**
 * A state in which these contributions are hidden. The actor who holds content for approval may be its author: in an anonymous debate,
 * their id is not recorded.
 */
export function hideContent(
  state: DebateState,
  ids: readonly string[],
  status: HiddenContent['status'],
  { by, at, reason = '', note = '' }: { by: string; at: number; reason?: string; note?: string },
): DebateState {
  const recordedBy = status === 'pending_approval' && isAnonymous(state) ? '' : by;
  const hidden = state.hidden.merge(
    ids.map((id) => [id, { id, status, reason, note, by: recordedBy, at }] as const),
  );
  return { ...state, hidden };
}
