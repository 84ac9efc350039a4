import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { cache } from 'react';
import { parley } from '../../server/handle.ts';
import { tidyToken } from '../../server/services/invitations/invitation-secrets.ts';
import { joinTitle } from './join-title.ts';

/** Reads an invitation once a request, for the page and for its title: a wrong code counts as one try. */
export const readInvitation = cache(async (typed: string) => {
  const { auth, invitations, address } = parley();
  const person = await auth.currentPerson(await headers());
  const token = tidyToken(typed);
  return { person, token, looked: await invitations.look(token, address(), person) };
});

/** Returns the title of an invitation's page, which begins with the reason if the invitation is refused. */
export async function invitationMetadata(typed: string): Promise<Metadata> {
  const { looked } = await readInvitation(typed);
  return { title: joinTitle(looked.ok ? null : looked.rejection), robots: { index: false } };
}
