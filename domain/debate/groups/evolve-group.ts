import { PersistentMap } from '../../collections/persistent-map.ts';
import type { EntryFrame, ProjectedEntry } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import type { Group } from './group.ts';
import { openGroupOf } from './groups.ts';

type GroupEffect = Extract<ProjectedEntry['effect'], { type: `group.${string}` }>;

/**
 * Folds which groups exist, and who is in which. A person assigned to a group leaves all other open ones; a group that is reopened loses
 * people who left the debate and are in another open one, to which they would return.
 */
export function evolveGroup(state: DebateState, effect: GroupEffect, { at }: EntryFrame): DebateState {
  switch (effect.type) {
    case 'group.formed': {
      const formed = effect.groups.map(({ groupId: id, ...group }, index): [string, Group] => [
        id,
        { id, number: state.groups.size + index + 1, ...group, status: 'open', at },
      ]);
      return { ...state, groups: state.groups.merge(formed) };
    }
    case 'group.assigned': {
      const { participantId, groupId } = effect;
      const groups = state.groups.map((group) => {
        const isThere = group.members.includes(participantId);
        if (group.id === groupId)
          return isThere ? group : { ...group, members: [...group.members, participantId] };
        if (!isThere || group.status !== 'open') return group;
        return { ...group, members: group.members.filter((id) => id !== participantId) };
      });
      return { ...state, groups };
    }
    case 'group.statusChanged': {
      const { ids, status } = effect;
      const groups = state.groups.map((group) => {
        if (!ids.includes(group.id)) return group;
        const isHere = (id: string) => [group.id, undefined].includes(openGroupOf(state, id)?.id);
        const members = status === 'open' ? group.members.filter(isHere) : group.members;
        return { ...group, members, status };
      });
      return { ...state, groups };
    }
    case 'group.projected':
      return { ...state, groups: PersistentMap(effect.groups.map((group) => [group.id, group])) };
  }
}
