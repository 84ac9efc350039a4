import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { Rejection } from '../engine/rejections.ts';
import { toRejection } from '../engine/rejections.ts';
import { type DebateState, isTaken } from '../engine/state.ts';
import { isAnonymous } from '../head/names.ts';
import { nameProblem } from '../texts/wording.ts';
import type { Group } from './group.ts';
import { openGroupOf, remainingMembers } from './groups.ts';

/** Creates small groups, assigns people to them, ends groups and reopens them. */
export function decideGroup(
  state: DebateState,
  operation: OperationOf<'group.form' | 'group.assign' | 'group.setStatus'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  switch (operation.type) {
    case 'group.form':
      return decideForm(state, operation);
    case 'group.assign':
      return decideAssign(state, operation);
    case 'group.setStatus':
      return decideTurn(state, operation);
  }
}

function decideForm(state: DebateState, { groups }: OperationOf<'group.form'>): Decision {
  if (state.groups.size + groups.length > LIMITS.groups) return refuse('too_many', LIMITS.groups);
  const ids = groups.flatMap(({ groupId, debateId }) => [groupId, debateId]);
  const isKnown = ({ debateId }: { debateId: string }) =>
    state.groups.some((group) => group.debateId === debateId);
  if (new Set(ids).size < ids.length || groups.some(isKnown)) return refuse('id_taken');
  if (groups.some(({ groupId }) => isTaken(state, groupId))) return refuse('id_taken');
  for (const { name } of groups) {
    const problem = nameProblem(name, LIMITS.groupNameCharacters);
    if (problem) return refuse(problem);
  }
  const members = groups.flatMap((group) => group.members);
  if (members.some((id) => !isIn(state, id))) return refuse('unknown_participant');
  const isTwice = new Set(members).size < members.length;
  if (isTwice || members.some((id) => openGroupOf(state, id))) return refuse('in_group');
  const problem = sizeProblem(state, groups);
  return problem ? refuse(problem) : accept({ type: 'group.formed', groups });
}

function decideAssign(state: DebateState, { participantId, groupId }: OperationOf<'group.assign'>): Decision {
  if (!isIn(state, participantId)) return refuse('unknown_participant');
  const group = groupId === null ? null : state.groups.get(groupId);
  if (group === undefined || (group && group.status !== 'open')) return refuse('unknown_group');
  const before = openGroupOf(state, participantId) ?? null;
  if (before?.id === group?.id) return refuse('nothing_changed');
  const left = before ? [{ members: before.members.filter((id) => id !== participantId) }] : [];
  const joined = group ? [{ members: [...group.members, participantId] }] : [];
  const problem = sizeProblem(state, [...left, ...joined]);
  return problem ? refuse(problem) : accept({ type: 'group.assigned', participantId, groupId });
}

function decideTurn(state: DebateState, { ids, status }: OperationOf<'group.setStatus'>): Decision {
  const groups = ids.flatMap((id) => state.groups.get(id) ?? []);
  if (groups.length < ids.length) return refuse('unknown_group');
  const turned = groups.filter((group) => group.status !== status);
  if (turned.length === 0) return refuse('nothing_changed');
  if (status === 'open') {
    const members = turned.flatMap((group) => group.members);
    const isTwice = new Set(members).size < members.length;
    const isElsewhere = turned.some((group) =>
      remainingMembers(state, group).some((id) => openGroupOf(state, id)),
    );
    if (isTwice || isElsewhere) return refuse('in_group');
    const problem = sizeProblem(state, turned);
    if (problem) return refuse(problem);
  }
  return accept({ type: 'group.statusChanged', ids: [...new Set(turned.map(({ id }) => id))], status });
}

/** In an anonymous debate a group has enough people that nobody knows who wrote what, or none. */
function sizeProblem(state: DebateState, groups: readonly Pick<Group, 'members'>[]): Rejection | null {
  const least = LIMITS.anonymousGroup;
  const isSmall = groups.some((group) => {
    const { length } = remainingMembers(state, group);
    return length > 0 && length < least;
  });
  return isSmall && isAnonymous(state) ? toRejection('group_too_small', least) : null;
}

function isIn({ participants }: DebateState, id: string): boolean {
  return participants.get(id)?.membership === 'member';
}
