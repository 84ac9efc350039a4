import { isModerating, type Role } from './participant.ts';
import { isAbove } from './role-on-joining.ts';

/** A code as people read it out and type it: `K7QF-2M9X`. */
export function formatRoomCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** A link or code as its debate's moderators know it. */
interface Listed {
  readonly kind: 'link' | 'code';
  readonly role: Role;
  readonly token: string | null;
  readonly limit: number | null;
  readonly uses: number;
}

/** True if everyone in a room may be shown an invitation: it makes nobody a moderator. */
export function isForRoom({ role }: Pick<Listed, 'role'>): boolean {
  return !isModerating(role);
}

/**
 * The invitation whose code everyone in a room may be shown, of a debate's invitations, newest first: of those that still work and make
 * nobody a moderator, one with the highest role, and of these the newest. A second code, for observers, replaces no code for debaters.
 * Null: there is none. A code for moderators is never shown on a stage or printed.
 */
export function roomInvitation<Invitation extends Listed>(
  invitations: readonly Invitation[],
): Invitation | null {
  return invitations
    .filter(isShowable)
    .reduce<Invitation | null>(
      (shown, one) => (shown === null || isAbove(one.role, shown.role) ? one : shown),
      null,
    );
}

/** The code itself. */
export function roomCode(invitations: readonly Listed[]): string | null {
  return roomInvitation(invitations)?.token ?? null;
}

function isShowable(one: Listed): boolean {
  return (
    one.kind === 'code' &&
    isForRoom(one) &&
    one.token !== null &&
    (one.limit === null || one.uses < one.limit)
  );
}
