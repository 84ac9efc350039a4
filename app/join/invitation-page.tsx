import { headers } from 'next/headers';
import { parley } from '../../server/handle.ts';
import { readFlash } from '../../server/http/answers/flash-message.ts';
import { tidyToken } from '../../server/services/invitations/invitation-secrets.ts';
import { joinAddress } from '../_ui/links/join-address.ts';
import { CodeForm } from './code-form.tsx';
import { NameForm } from './name-form.tsx';

/** Page of an invitation, whether opened by link or code: what it is for; or the code field again, and why. */
export async function InvitationPage({ typed }: { typed: string }) {
  const { auth, invitations, answerNotFound, address } = parley();
  const asked = await headers();
  const person = await auth.currentPerson(asked);
  const token = tidyToken(typed);
  const here = joinAddress(token);
  const looked = await invitations.look(token, address(), person);
  if (!looked.ok) {
    if (looked.rejection.code === 'invitation_unknown') answerNotFound();
    const signIn = person === null ? `/sign-in?returnTo=${encodeURIComponent(here)}` : null;
    return <CodeForm problem={looked.rejection} typed={typed.length <= 12 ? typed : ''} signIn={signIn} />;
  }
  const flash = readFlash(asked, here);
  return <NameForm token={token} invited={looked.invited} person={person} problem={flash?.refused ?? null} />;
}
