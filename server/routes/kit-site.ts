import { roomCode } from '#domain/debate/participants/room-code.ts';
import { parley } from '../handle.ts';
import type { KitSite } from '../rendering/pictures/drawing.ts';

/** The addresses for a debate on paper: with a code to join if the requester may invite, and a program only with that scope. */
export async function kitSite(request: Request, debateId: string): Promise<KitSite> {
  const { auth, invitations, linkSite, siteOf } = parley();
  const origin = siteOf(request.headers) ?? linkSite(request.headers);
  const inviter = await auth.whoAsks(request.headers, 'moderate');
  if (inviter === null || inviter === 'not_allowed') return { origin, debateId, code: null };
  const listed = await invitations.list(debateId, inviter);
  return { origin, debateId, code: listed.ok ? roomCode(listed.invitations) : null };
}
