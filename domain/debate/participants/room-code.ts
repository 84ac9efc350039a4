import { isModerating, type Role } from './participant.ts';

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
 * The code that everyone in a room may be shown, of a debate's invitations, newest first: the newest that still works and makes nobody a
 * moderator. Null: there is none. A code for moderators is never shown on a stage or printed.
 */
export function roomCode(invitations: readonly Listed[]): string | null {
  const shown = invitations.find(
    (one) =>
      one.kind === 'code' &&
      isForRoom(one) &&
      one.token !== null &&
      (one.limit === null || one.uses < one.limit),
  );
  return shown?.token ?? null;
}
