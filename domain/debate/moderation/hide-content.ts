import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../participants/names.ts';
import type { HiddenContent } from './hidden.ts';

/**
 * A state in which these contributions are hidden. The actor who holds content for approval may be its author: in an anonymous debate,
 * their id is not recorded.
 */
export function hideContent(
  state: DebateState,
  ids: readonly string[],
  how: HiddenContent['how'],
  { by, at, reason = '', note = '' }: { by: string; at: number; reason?: string; note?: string },
): DebateState {
  const recordedBy = how === 'held' && isAnonymous(state) ? '' : by;
  const withheld = state.withheld.merge(
    ids.map((id) => [id, { id, how, reason, note, by: recordedBy, at }] as const),
  );
  return { ...state, withheld };
}
