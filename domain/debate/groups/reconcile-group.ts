import type { Effect, EffectOn } from '../engine/entries.ts';
import type { Operation, OperationOf } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { isLooser, namesIn } from '../head/names.ts';
import { isModerating, type Participant, type Role } from '../participants/participant.ts';
import { roleOnJoining } from '../participants/role-on-joining.ts';
import type { Group } from './group.ts';
import { groupStatusIn } from './groups.ts';

/**
 * Operations that bring a group's debate in line with its plenary: participants and roles, mutes, removals and bans, the names setting, and
 * the status. None if all is in line: repeated calls, and calls by several nodes, do no harm.
 */
export function reconcileGroup(plenary: DebateState, group: Group, state: DebateState): Operation[] {
  if (plenary.head === null || state.head === null) return [];
  const people = [...plenary.participants.values()];
  const owner = people.find(({ role }) => role === 'owner');
  return [
    // The future owner first, who must be in the group before that.
    ...people.flatMap((person) => participantOperations(person, group, state)),
    ...(owner && state.participants.get(owner.id)?.role !== 'owner'
      ? [{ type: 'debate.transfer', participantId: owner.id } as const]
      : []),
    ...people.flatMap((person) => roleOperations(person, group, state)),
    ...headOperations(plenary, group, state),
  ];
}

/** True if an entry of the plenary may change what its groups should be. */
export function concernsGroups({ groups, participants }: DebateState, effect: Effect): boolean {
  if (groups.size === 0) return false;
  switch (effect.type) {
    case 'participant.joined': {
      // A hall that joins the plenary alone leaves its groups as they are.
      const person = participants.get(effect.participantId);
      return person !== undefined && [...groups.values()].some((group) => belongsTo(group, person));
    }
    case 'participant.appointed':
    case 'participant.muted':
    case 'participant.membershipChanged':
    case 'participant.erased':
    case 'debate.transferred':
    case 'debate.configured':
    case 'debate.statusChanged':
    case 'debate.deleted':
    case 'debate.restricted':
    case 'group.formed':
    case 'group.assigned':
    case 'group.statusChanged':
      return true;
    case 'participant.renamed':
    case 'debate.created':
    case 'debate.edited':
    case 'debate.cleared':
    case 'debate.visibilityChanged':
      return false;
    default:
      effect satisfies Exclude<Effect, EffectOn<'participant' | 'debate' | 'group'>>;
      return false;
  }
}

/** True if a person belongs to a group: they were assigned to it, or moderate the plenary. */
function belongsTo(group: Group, { id, role, membership }: Participant): boolean {
  if (membership !== 'member') return false;
  return isModerating(role) || group.members.includes(id);
}

function participantOperations(person: Participant, group: Group, state: DebateState): Operation[] {
  const { id: participantId, role, muted, team, reason } = person;
  const there = state.participants.get(participantId);
  if (there?.erased) return [];
  if (!belongsTo(group, person)) {
    const membership = person.membership === 'banned' ? 'banned' : 'removed';
    if (!there || there.membership === membership || there.role === 'owner') return [];
    return [{ type: 'participant.setMembership', participantId, membership, reason: reason ?? 'other' }];
  }
  const line: Operation[] = [];
  if (there?.membership === 'banned')
    line.push({ type: 'participant.setMembership', participantId, membership: 'member', reason: null });
  else if (there?.membership !== 'member')
    line.push({ type: 'participant.join', participantId, role: role === 'owner' ? 'moderator' : role });
  const isKnown = team !== null && state.positions.has(team) && state.head?.settings.teams !== 'off';
  if (!there && isKnown) line.push({ type: 'team.choose', participantId, team });
  if (muted !== (there?.muted ?? false))
    line.push({ type: 'participant.mute', participantId, muted, reason: muted ? (reason ?? 'other') : null });
  return line;
}

/** Appointments of people who were in the group before, and are in it in another role: a moderator returns as a debater. */
function roleOperations(person: Participant, group: Group, state: DebateState): Operation[] {
  const { id: participantId, role } = person;
  if (!belongsTo(group, person)) return [];
  const there = state.participants.get(participantId);
  if (!there || there.erased || role === 'owner') return [];
  return roleOnceJoined(state, there, role) === role
    ? []
    : [{ type: 'participant.appoint', participantId, role }];
}

/** The role in the group of a person who was in it before, once they have joined it again and its owner has changed. */
function roleOnceJoined(state: DebateState, { id, role, membership }: Participant, joinsAs: Role): Role {
  if (membership === 'removed') return roleOnJoining(state, id, joinsAs);
  // An owner who transfers the debate becomes a moderator by that.
  return role === 'owner' ? 'moderator' : role;
}

function headOperations(plenary: DebateState, group: Group, state: DebateState): Operation[] {
  const [names, there] = [namesIn(plenary), namesIn(state)];
  const line: Operation[] = isLooser(there, names) ? [{ type: 'debate.configure', names }] : [];
  const status = groupStatusIn(plenary, group);
  if (state.head?.status !== status) line.push({ type: 'debate.setStatus', status });
  const restricted = restrictionOperations(plenary, state);
  // A restriction deletes or restores it already.
  const isDone = restricted.some(({ restriction }) => restriction === 'deleted');
  const deleted = plenary.head?.deleted ?? false;
  if (state.head?.deleted !== deleted && !isDone) line.push({ type: 'debate.delete', deleted });
  return [...line, ...restricted];
}

/** An administrator's restriction on the plenary's readers applies to the group's too. A closed plenary closes it by its status. */
function restrictionOperations(plenary: DebateState, state: DebateState): OperationOf<'debate.restrict'>[] {
  return (['hidden', 'deleted'] as const).flatMap((restriction) => {
    const reason = plenary.head?.restrictions?.[restriction]?.reason ?? null;
    const there = state.head?.restrictions?.[restriction]?.reason ?? null;
    return reason === there ? [] : { type: 'debate.restrict', restriction, reason };
  });
}
