import { sanctionAgainst } from '#domain/debate/engine/permissions.ts';
import { type Refusal, refuse } from '#domain/debate/engine/refusal.ts';
import { isTakenDown } from '#domain/debate/head/restrictions.ts';
import { ROLES, type Role } from '#domain/debate/participants/participant.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { Rooms } from '../../log/rooms.ts';
import type { Participants } from '../participants/participants.ts';

/** The result of a request about invitations, or the refusal. */
export type InvitingOutcome<Made extends object = object> = ({ readonly ok: true } & Made) | Refusal;

/** A person who invites to a debate, with their current membership. */
export interface Inviter {
  /** Their participant id. */
  readonly id: string;
  readonly role: Role;
  readonly person: SignedIn;
  readonly room: DebateRoom;
}

/** Runs with a person who may invite to a debate; refused for others. */
export function asInviter<Made extends object>(
  { rooms, participants }: { readonly rooms: Rooms; readonly participants: Participants },
  debateId: string,
  person: SignedIn | null,
  run: (inviter: Inviter) => Promise<InvitingOutcome<Made>>,
): Promise<InvitingOutcome<Made>> {
  return rooms.answer(debateId, async (room) => {
    if (person === null) return refuse('not_signed_in');
    const id = room && (await participants.find(debateId, person));
    const inviter = room?.state.participants.get(id ?? '');
    if (!room || !inviter || isTakenDown(room.state.head)) return refuse('debate_not_found');
    // A small group can only be joined from its plenary.
    if (room.state.head?.plenary) return refuse('decided_by_plenary');
    const bar = sanctionAgainst(room.state, inviter, 'participant.appoint');
    if (bar) return refuse(bar);
    const { role } = inviter;
    return mayInvite(role, 'observer') ? run({ id: inviter.id, role, person, room }) : refuse('not_allowed');
  });
}

/** True if a person in this role may invite others to that role. */
export function mayInvite(inviter: Role, role: Role): boolean {
  if (role === 'owner') return false;
  return inviter === 'owner' || (inviter === 'moderator' && role !== 'moderator');
}

/** The roles to which a person in this role may invite: they see no other invitations, which would give a higher role than theirs. */
export function rolesToInvite(inviter: Role): Role[] {
  return ROLES.filter((role) => mayInvite(inviter, role));
}
