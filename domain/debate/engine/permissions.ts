import type { Role } from '../participants/participant.ts';
import { MODERATORS } from './define-operation.ts';
import type { OperationType } from './operations.ts';
import { OPERATIONS } from './registry.ts';
import type { RejectionCode } from './rejections.ts';
import type { DebateState } from './state.ts';

/** The actor of a request: a participant of the debate, or the server itself. */
export interface Actor {
  readonly id: string;
  readonly role: Role | 'system';
}

/** True if only moderators may run this operation. */
export function isModeratorOnly(type: OperationType): boolean {
  const { roles } = OPERATIONS[type];
  return roles.length > 0 && roles.every((role) => MODERATORS.includes(role));
}

/** True if an operation needs reauthentication. */
export function needsProof(type: OperationType): boolean {
  return OPERATIONS[type].needsProof === true;
}

/** True if an operation is only available through a route of its own. */
export function hasOwnRoute(type: OperationType): boolean {
  return OPERATIONS[type].hasOwnRoute === true;
}

/** True if this actor may do this to something written by `author` (null: by nobody, or something new). */
export function may(
  state: Pick<DebateState, 'head'>,
  actor: Actor,
  type: OperationType,
  author: string | null = null,
): boolean {
  if (actor.role === 'system') return true;
  const { roles, when } = OPERATIONS[type];
  if (!roles.includes(actor.role)) return false;
  const own = author === null || author === actor.id;
  switch (when) {
    case 'always':
      return true;
    case 'author':
      return own;
    case 'author-or-shared-wording':
      return own || state.head?.settings.wording === 'shared';
    case 'author-or-moderator':
      return own || MODERATORS.includes(actor.role);
    case 'others':
      return author !== actor.id;
  }
}

/** The reason why a removed, banned or muted actor may not run this, whatever their role; null: none. */
export function sanctionAgainst(
  state: Pick<DebateState, 'participants'>,
  actor: Actor,
  type: OperationType,
): RejectionCode | null {
  const person = actor.role === 'system' ? undefined : state.participants.get(actor.id);
  if (!person) return null;
  if (person.membership !== 'member') return person.membership;
  return person.muted && !mayWhenMuted(type) ? 'muted' : null;
}

/** True if a muted participant may run this. */
export function mayWhenMuted(type: OperationType): boolean {
  return OPERATIONS[type].whenMuted === true;
}

/** True for a moderator. */
export function isModerator(actor: Actor): boolean {
  return actor.role === 'system' || MODERATORS.includes(actor.role);
}

/** True if the actor may decide about a person with this role: the owner about everyone else, moderators about those who don't moderate. */
export function outranks(actor: Actor, role: Role): boolean {
  if (actor.role === 'system') return true;
  if (actor.role === 'owner') return role !== 'owner';
  return actor.role === 'moderator' && !MODERATORS.includes(role);
}

/** The actor that a participant is in this state; null: has not joined. */
export function actorOf(state: Pick<DebateState, 'participants'>, participantId: string): Actor | null {
  const participant = state.participants.get(participantId);
  return participant ? { id: participant.id, role: participant.role } : null;
}
