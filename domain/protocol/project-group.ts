import { projectState } from '../debate/engine/project.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { GroupOverview } from './group-messages.ts';
import type { PresenceUpdate } from './server-messages.ts';

/** Claims of a group sent at once: enough to see its progress. */
const LATEST = 3;

const written = new WeakMap<DebateState, Pick<GroupOverview, 'claims' | 'comments' | 'latest'>>();

/** A group as moderators of the plenary see it: what they would see in it. `present` as its presence is shown to them. */
export function projectGroup(groupId: string, state: DebateState, present: PresenceUpdate): GroupOverview {
  const known = written.get(state) ?? writtenIn(state);
  written.set(state, known);
  const here = [...new Set(present.here.flatMap(({ participantId }) => participantId ?? []))];
  return { groupId, here, count: present.count ?? here.length, ...known };
}

function writtenIn(state: DebateState): Pick<GroupOverview, 'claims' | 'comments' | 'latest'> {
  const view = projectState(state, 'moderators', null);
  const standing = [...view.claims.values()].filter(
    ({ id, retracted }) => !retracted && !view.merges.has(id),
  );
  const latest = standing.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1)).slice(0, LATEST);
  return {
    claims: standing.length,
    comments: view.comments.count(({ withdrawn }) => !withdrawn),
    latest: latest.map(({ id, text, author, at }) => ({
      id,
      text,
      author,
      at,
      promoted: view.promotions.has(id),
    })),
  };
}
