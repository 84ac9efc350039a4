import { headers } from 'next/headers';
import { parley } from '../../server/handle.ts';
import { readFlash } from '../../server/http/answers/flash-message.ts';
import { joinAddress } from '../_ui/links/join-address.ts';
import { CodeForm } from './code-form.tsx';
import { NameForm } from './name-form.tsx';
import { readInvitation } from './read-invitation.ts';

/** Page of an invitation, whether opened by link or code: what it is for; or the code field again, and why. */
export async function InvitationPage({ typed }: { typed: string }) {
  const { person, token, looked } = await readInvitation(typed);
  const here = joinAddress(token);
  if (!looked.ok) {
    if (looked.rejection.code === 'invitation_unknown') parley().answerNotFound();
    const signIn = person === null ? `/sign-in?returnTo=${encodeURIComponent(here)}` : null;
    return <CodeForm problem={looked.rejection} typed={typed.length <= 12 ? typed : ''} signIn={signIn} />;
  }
  const flash = readFlash(await headers(), here);
  return <NameForm token={token} invited={looked.invited} person={person} problem={flash?.refused ?? null} />;
}
