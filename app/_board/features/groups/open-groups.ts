import type { DebateState } from '#domain/debate/engine/state.ts';
import type { Group } from '#domain/debate/groups/group.ts';

/** Put in order once for all choices of a group. */
const known = new WeakMap<DebateState['groups'], readonly Group[]>();

/** Returns the open groups, in the order in which they were formed. */
export function openGroups(groups: DebateState['groups']): readonly Group[] {
  const before = known.get(groups);
  if (before) return before;
  const open = [...groups.values()].filter(({ status }) => status === 'open');
  open.sort((a, b) => a.number - b.number);
  known.set(groups, open);
  return open;
}
