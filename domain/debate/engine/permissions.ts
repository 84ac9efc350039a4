import { ROLES, type Role } from '../participants/participant.ts';
import type { OperationType } from './operations.ts';
import type { RejectionCode } from './rejections.ts';
import type { DebateState } from './state.ts';

/** The actor of a request: a participant of the debate, or the server itself. */
export interface Actor {
  readonly id: string;
  readonly role: Role | 'system';
}

type Condition = 'always' | 'author' | 'author-or-shared-wording' | 'author-or-moderator' | 'others';

const OWNING: readonly Role[] = ['owner'];
const MODERATORS: readonly Role[] = ['owner', 'moderator'];
const WRITING: readonly Role[] = ['owner', 'moderator', 'debater'];
const COMMENTING: readonly Role[] = ['owner', 'moderator', 'debater', 'suggester'];

interface Permission {
  readonly roles: readonly Role[];
  readonly when: Condition;
  /** True if a muted participant may run it too. */
  readonly muted?: true;
}

/** The roles that may run each operation. One row per operation; every permission of the product can be read here. */
export const PERMISSIONS: Readonly<Record<OperationType, Permission>> = {
  'debate.create': { roles: [], when: 'always' },
  'participant.join': { roles: [], when: 'always' },
  'participant.appoint': { roles: MODERATORS, when: 'always' },
  'debate.transfer': { roles: ['owner'], when: 'always' },
  'participant.mute': { roles: MODERATORS, when: 'always' },
  'participant.setMembership': { roles: MODERATORS, when: 'always' },
  'participant.rename': { roles: MODERATORS, when: 'always' },
  'participant.erase': { roles: [], when: 'always' },
  'team.choose': { roles: ROLES, when: 'author-or-moderator' },
  'debate.edit': { roles: MODERATORS, when: 'always' },
  'debate.configure': { roles: MODERATORS, when: 'always' },
  'debate.setVisibility': { roles: OWNING, when: 'always' },
  'debate.setStatus': { roles: MODERATORS, when: 'always' },
  'debate.delete': { roles: OWNING, when: 'always' },
  'debate.restrict': { roles: [], when: 'always' },
  'debate.clear': { roles: OWNING, when: 'always' },
  'position.add': { roles: MODERATORS, when: 'always' },
  'position.edit': { roles: MODERATORS, when: 'always' },
  'claim.add': { roles: WRITING, when: 'always' },
  'claim.promote': { roles: MODERATORS, when: 'always' },
  'claim.markPromoted': { roles: [], when: 'always' },
  'claim.edit': { roles: WRITING, when: 'author-or-shared-wording' },
  'claim.move': { roles: WRITING, when: 'author-or-shared-wording' },
  'claim.retract': { roles: WRITING, when: 'author-or-moderator' },
  'claim.restore': { roles: WRITING, when: 'author-or-moderator' },
  'claim.merge': { roles: MODERATORS, when: 'always' },
  'claim.unmerge': { roles: MODERATORS, when: 'always' },
  'claim.split': { roles: WRITING, when: 'author-or-moderator' },
  'claim.join': { roles: WRITING, when: 'author-or-moderator' },
  'claim.cite': { roles: WRITING, when: 'author-or-shared-wording' },
  'claim.uncite': { roles: WRITING, when: 'author-or-shared-wording' },
  'link.add': { roles: WRITING, when: 'always' },
  'link.retract': { roles: WRITING, when: 'author-or-moderator' },
  'link.restore': { roles: WRITING, when: 'author-or-moderator' },
  'link.weigh': { roles: COMMENTING, when: 'always', muted: true },
  'source.add': { roles: WRITING, when: 'always' },
  'source.edit': { roles: WRITING, when: 'author-or-shared-wording' },
  'article.edit': { roles: MODERATORS, when: 'always' },
  'suggestion.make': { roles: COMMENTING, when: 'others' },
  'suggestion.withdraw': { roles: ROLES, when: 'author' },
  'suggestion.settle': { roles: COMMENTING, when: 'author-or-moderator' },
  'summary.edit': { roles: MODERATORS, when: 'always' },
  'text.seal': { roles: [], when: 'always' },
  'vote.cast': { roles: COMMENTING, when: 'always', muted: true },
  'vote.withdraw': { roles: COMMENTING, when: 'always', muted: true },
  'comment.add': { roles: COMMENTING, when: 'always' },
  'comment.edit': { roles: COMMENTING, when: 'author' },
  'comment.withdraw': { roles: COMMENTING, when: 'author' },
  'comment.restore': { roles: COMMENTING, when: 'author' },
  'comment.resolve': { roles: COMMENTING, when: 'author-or-moderator' },
  'content.hide': { roles: MODERATORS, when: 'always' },
  'content.hideAllBy': { roles: MODERATORS, when: 'always' },
  'content.restore': { roles: MODERATORS, when: 'always' },
  'content.resubmit': { roles: COMMENTING, when: 'author-or-moderator' },
  'content.sendBack': { roles: MODERATORS, when: 'always' },
  'content.lock': { roles: MODERATORS, when: 'always' },
  'content.unlock': { roles: MODERATORS, when: 'always' },
  'flag.set': { roles: MODERATORS, when: 'always' },
  'flag.clear': { roles: MODERATORS, when: 'always' },
  'flag.answer': { roles: COMMENTING, when: 'author-or-moderator' },
  'agenda.set': { roles: MODERATORS, when: 'always' },
  'agenda.goTo': { roles: MODERATORS, when: 'always' },
  'agenda.setTimer': { roles: MODERATORS, when: 'always' },
  'report.make': { roles: ROLES, when: 'others' },
  'report.withdraw': { roles: ROLES, when: 'author' },
  'report.settle': { roles: MODERATORS, when: 'always' },
  'group.form': { roles: MODERATORS, when: 'always' },
  'group.assign': { roles: MODERATORS, when: 'always' },
  'group.setStatus': { roles: MODERATORS, when: 'always' },
  'meeting.setStatus': { roles: MODERATORS, when: 'always' },
  'poll.open': { roles: MODERATORS, when: 'always' },
  'poll.setStatus': { roles: MODERATORS, when: 'always' },
  'poll.answer': { roles: COMMENTING, when: 'always', muted: true },
  'hand.raise': { roles: COMMENTING, when: 'always' },
  'hand.lower': { roles: ROLES, when: 'author-or-moderator' },
  'floor.give': { roles: MODERATORS, when: 'always' },
  'spotlight.set': { roles: MODERATORS, when: 'always' },
};

/** True if only moderators may run this operation. */
export function isModeratorOnly(type: OperationType): boolean {
  const { roles } = PERMISSIONS[type];
  return roles.length > 0 && roles.every((role) => MODERATORS.includes(role));
}

/** True if this actor may do this to something written by `author` (null: by nobody, or something new). */
export function may(
  state: DebateState,
  actor: Actor,
  type: OperationType,
  author: string | null = null,
): boolean {
  if (actor.role === 'system') return true;
  const { roles, when } = PERMISSIONS[type];
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
export function sanctionAgainst(state: DebateState, actor: Actor, type: OperationType): RejectionCode | null {
  const person = actor.role === 'system' ? undefined : state.participants.get(actor.id);
  if (!person) return null;
  if (person.membership !== 'member') return person.membership;
  return person.muted && !mayWhenMuted(type) ? 'muted' : null;
}

/** True if a muted participant may run this. */
export function mayWhenMuted(type: OperationType): boolean {
  return PERMISSIONS[type].muted === true;
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
export function actorOf(state: DebateState, participantId: string): Actor | null {
  const participant = state.participants.get(participantId);
  return participant ? { id: participant.id, role: participant.role } : null;
}
