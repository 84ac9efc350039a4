import { headers } from 'next/headers';
import { REJECTION_CODES, rejection } from '../../domain/debate/rejections.ts';
import { parley } from '../../server/handle.ts';
import { CodeForm } from './code-form.tsx';
import { NameForm } from './name-form.tsx';

/** The page of an invitation, however one came by it: what it is to; or the code asked for again, and why. */
export async function InvitationPage({ token, problem }: { token: string; problem: string | undefined }) {
  const { auth, invitations, answerNotFound, address } = parley();
  const asked = await headers();
  const code = REJECTION_CODES.find((one) => one === problem);
  const looked = await invitations.look(token, address());
  if (!looked.ok) {
    if (looked.rejection.code === 'invitation_unknown') answerNotFound();
    return <CodeForm problem={looked.rejection} typed={token.length <= 12 ? token : ''} />;
  }
  const person = await auth.currentPerson(asked);
  return (
    <NameForm
      token={token}
      invited={looked.invited}
      name={person?.name ?? null}
      problem={code ? rejection(code) : null}
    />
  );
}
