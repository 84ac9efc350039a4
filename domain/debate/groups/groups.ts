import type { Phase } from '../agenda/agenda.ts';
import type { LogEntry, ProjectedEffect } from '../engine/entries.ts';
import type { Operation, OperationType } from '../engine/operations.ts';
import type { Actor } from '../engine/permissions.ts';
import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../participants/names.ts';
import type { Viewer } from '../visibility/hidden-content.ts';
import type { Group } from './group.ts';

/** The group somebody works in now: whoever is in one that is open is in no other. */
export function openGroupOf({ groups }: DebateState, participantId: string): Group | undefined {
  return groups.find(({ life, members }) => life === 'open' && members.includes(participantId));
}

/** Is this phase what a small group was asked to do? It has no name of its own. */
export function isGroupTask({ head }: DebateState, { kind, title }: Phase): boolean {
  return head?.plenary != null && kind === 'other' && title === '';
}

/** In a small group all this is as it is in its plenary, and decided there. */
const OF_PLENARY: readonly OperationType[] = [
  'debate.show',
  'debate.turn',
  'debate.delete',
  'debate.clear',
  'debate.transfer',
  'participant.appoint',
  'participant.mute',
  'participant.admit',
  'participant.rename',
  'group.form',
  'group.assign',
  'group.turn',
];

/** Is this asked for in a small group, and to be decided in its plenary? The server carries over what was decided there. */
export function isOfPlenary({ head }: DebateState, operation: Operation, { role }: Actor): boolean {
  if (!head?.plenary || role === 'system') return false;
  // Nobody comes to a group but from the plenary.
  if (operation.type === 'debate.configure') return operation.guests !== undefined;
  return OF_PLENARY.includes(operation.type);
}

/**
 * Groups as somebody may know them: all of them those who run the debate, all others their own; in an anonymous debate nobody
 * else who is in it.
 */
export function groupsFor(state: DebateState, { seesAll, participantId }: Viewer): DebateState['groups'] {
  if (seesAll || state.groups.size === 0) return state.groups;
  const isIn = participantId !== null && state.participants.get(participantId)?.standing === 'in';
  if (!isIn) return state.groups.clear();
  const own = state.groups.filter(({ members }) => members.includes(participantId));
  return isAnonymous(state) ? own.map((group) => ({ ...group, members: [participantId] })) : own;
}

/** Does an entry say which groups there are, or who is in which? It reaches people as what they may know of it then. */
export function isAboutGroups({ effect }: Pick<LogEntry, 'effect'>): boolean {
  return effect.type.startsWith('group.');
}

/** What somebody is told of groups, of entries that led to `state`; null: nothing. */
export function projectGroups(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): Extract<ProjectedEffect, { type: 'group.projected' }> | null {
  if (!entries.some(isAboutGroups)) return null;
  const { seesAll, participantId } = viewer;
  const isTold = seesAll || groupRecipients(entries, state).includes(participantId ?? '');
  return isTold ? { type: 'group.projected', groups: [...groupsFor(state, viewer).values()] } : null;
}

/** Who is told something else of groups than all of their audience: who is in one, or was a moment before. */
export function groupRecipients(entries: readonly LogEntry[], { groups }: DebateState): string[] {
  const about = entries.filter(isAboutGroups);
  if (about.length === 0) return [];
  const left = about.flatMap(({ effect }) => (effect.type === 'group.assigned' ? effect.participantId : []));
  return [...left, ...[...groups.values()].flatMap(({ members }) => members)];
}
