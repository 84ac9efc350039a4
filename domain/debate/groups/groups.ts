import type { LogEntry, ProjectedEffect } from '../engine/entries.ts';
import type { Operation } from '../engine/operations.ts';
import type { Actor } from '../engine/permissions.ts';
import { OPERATIONS } from '../engine/registry.ts';
import type { DebateState } from '../engine/state.ts';
import { STATUSES, type Status } from '../head/head.ts';
import { isAnonymous } from '../head/names.ts';
import type { Phase } from '../phases/agenda.ts';
import type { Viewer } from '../visibility/viewer.ts';
import type { Group } from './group.ts';

/** The group in which a person works now: members of an open group are in no other. */
export function openGroupOf({ groups }: DebateState, participantId: string): Group | undefined {
  return groups.find(({ status, members }) => status === 'open' && members.includes(participantId));
}

/** The status closer to the end. */
function laterOf(one: Status, other: Status): Status {
  return STATUSES.indexOf(one) > STATUSES.indexOf(other) ? one : other;
}

/** The status of a group of this plenary: it is at least as closed as the plenary. */
export function groupStatusIn(
  { head }: Pick<DebateState, 'head'>,
  { status }: Pick<Group, 'status'>,
): Status {
  return laterOf(status, head?.status ?? 'open');
}

/** The members of a group who haven't left the debate. */
export function remainingMembers(
  { participants }: Pick<DebateState, 'participants'>,
  { members }: Pick<Group, 'members'>,
): string[] {
  return members.filter((id) => participants.get(id)?.membership === 'member');
}

/** True if this is the debate of a small group that has ended. */
export function isEndedGroup({ head }: DebateState): boolean {
  return head?.plenary != null && head.status !== 'open';
}

/** True if this phase is the task of a small group. It has no separate title. */
export function isGroupTask({ head }: DebateState, { kind, title }: Phase): boolean {
  return head?.plenary != null && kind === 'other' && title === '';
}

/** True if this operation, in a small group, must be decided in its plenary. The server carries over what was decided there. */
export function isOfPlenary({ head }: DebateState, operation: Operation, { role }: Actor): boolean {
  if (!head?.plenary || role === 'system') return false;
  // People join a group only from the plenary.
  if (operation.type === 'debate.configure') return operation.guests !== undefined;
  return OPERATIONS[operation.type].inGroup === 'plenary';
}

/** Groups as the viewer may know them: moderators know all, everyone else their own; in an anonymous debate without its other members. */
export function groupsFor(state: DebateState, { seesAll, participantId }: Viewer): DebateState['groups'] {
  if (seesAll || state.groups.size === 0) return state.groups;
  const isIn = participantId !== null && state.participants.get(participantId)?.membership === 'member';
  if (!isIn) return state.groups.clear();
  const own = state.groups.filter(({ members }) => members.includes(participantId));
  return isAnonymous(state) ? own.map((group) => ({ ...group, members: [participantId] })) : own;
}

/** True if an entry changes which groups exist or who is in which. People receive it as what they may then know of them. */
function isAboutGroups({ effect }: Pick<LogEntry, 'effect'>): boolean {
  return effect.type.startsWith('group.');
}

/** The projected groups that a viewer is sent for entries that led to `state`; null: none. */
export function projectGroups(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): Extract<ProjectedEffect, { type: 'group.projected' }> | null {
  if (!entries.some(isAboutGroups)) return null;
  const { seesAll, participantId } = viewer;
  const isRecipient = seesAll || groupRecipients(entries, state).includes(participantId ?? '');
  return isRecipient ? { type: 'group.projected', groups: [...groupsFor(state, viewer).values()] } : null;
}

/** Participants who are sent something else about groups than their whole audience: current members, and those who have just left. */
export function groupRecipients(entries: readonly LogEntry[], { groups }: DebateState): string[] {
  const about = entries.filter(isAboutGroups);
  if (about.length === 0) return [];
  const left = about.flatMap(({ effect }) => (effect.type === 'group.assigned' ? effect.participantId : []));
  return [...left, ...[...groups.values()].flatMap(({ members }) => members)];
}
