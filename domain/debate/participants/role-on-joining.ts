import type { DebateState } from '../engine/state.ts';
import { isModerating, type Participant, ROLES, type Role } from './participant.ts';

/** Moderators' decisions after which no invitation raises a person. */
const DECISIONS: readonly string[] = ['appointed', 'removed', 'banned'];

/**
 * The role of a person after joining in `role`, by an invitation or as the debate's settings allow. No member is lowered. If moderators have
 * set a person's role, or sent them away, nothing raises them but another decision of moderators.
 */
export function roleOnJoining(state: DebateState, participantId: string, role: Role): Role {
  const person = state.participants.get(participantId);
  if (!person) return role;
  if (person.membership === 'member' && !isAbove(role, person.role)) return person.role;
  const highest = highestOf(state, person);
  return isAbove(role, highest) ? highest : role;
}

/** True if one role is higher than the other. They are listed from the highest on. */
export function isAbove(one: Role, other: Role): boolean {
  return ROLES.indexOf(one) < ROLES.indexOf(other);
}

/** The highest role that an invitation gives to a person who has been in the debate before. */
function highestOf({ moderationLog }: DebateState, { id, role, membership }: Participant): Role {
  // A moderator who is sent away is one no longer.
  if (membership !== 'member') return isModerating(role) ? 'debater' : role;
  const isDecided = [...moderationLog.values()].some(
    ({ what, on }) => DECISIONS.includes(what) && on.includes(id),
  );
  return isDecided ? role : 'owner';
}
