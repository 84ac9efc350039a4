import { type Rejection, rejection } from '../../../domain/debate/rejections.ts';
import { guestName } from '../../../server/auth/guest-name.ts';
import type { SignedIn } from '../../../server/auth/sign-ins.ts';
import { parley } from '../../../server/handle.ts';
import { type FormOutcome, formRoute, type SentForm } from '../../../server/http/form-route.ts';
import type { Invited } from '../../../server/use-cases/invitations.ts';

/**
 * Comes in by an invitation, under a name where one is not signed in yet. One that was mailed proves its address: it makes an
 * account with it, where that is wanted or nobody may come by a name alone; never does it sign in to one there is. Leads to
 * the debate, or back to the invitation.
 */
export const POST = formRoute(
  ({ optional }) => `/join/${encodeURIComponent(optional('token'))}`,
  async (form) => {
    const { auth, invitations, people } = parley();
    const token = form.text('token');
    const known = await auth.currentPerson(form.headers);
    // Looked at first: who has no good invitation is not made somebody.
    const looked = await invitations.look(token, form.address, known);
    if (!looked.ok) return looked;
    const email = provenAddress(looked.invited, form, known);
    if (known === null) return enterAnew(token, form, email);
    if (email !== null && !(await people.change(known.id, { email }))) return refuse('mail_taken');
    return enter(token, email === null ? known : { ...known, kind: 'account' }, form.address);
  },
);

/** The address that becomes that of who comes; null for none. */
function provenAddress({ mail }: Invited, { optional }: SentForm, known: SignedIn | null): string | null {
  if (mail === null || mail.isTaken || known?.kind === 'account') return null;
  return optional('account') !== '' || !mail.takesGuests ? mail.email : null;
}

/** Lets somebody in whom nobody knows yet. Who does not come in after all was nobody: nothing of them is left. */
async function enterAnew(token: string, form: SentForm, email: string | null): Promise<FormOutcome> {
  const { auth, people } = parley();
  const became = await become(form, email);
  if (!became.ok) return became;
  const { userId } = became;
  let cameIn = false;
  try {
    const cookies = await auth.signIn(userId, email === null ? 'guest' : 'mail', form.headers);
    const person = await auth.currentPerson(new Headers({ cookie: pairsOf(cookies) }));
    if (person === null) return refuse('unavailable');
    const entered = await enter(token, person, form.address);
    cameIn = entered.ok;
    return entered.ok ? { ...entered, cookies } : entered;
  } finally {
    if (!cameIn) await people.forgetUnused(userId);
  }
}

/** Makes who comes a guest; or, with an address, an account. Their id. */
async function become(
  { optional }: SentForm,
  email: string | null,
): Promise<{ ok: true; userId: string } | { ok: false; rejection: Rejection }> {
  const { arrivals, people } = parley();
  if (!arrivals.mayAddGuest()) return refuse('too_fast');
  const called = guestName(optional('name'));
  if (!called.ok) return called;
  const { name } = called;
  const userId = await people.createUnlessTaken(email === null ? { name } : { name, email });
  return userId === null ? refuse('mail_taken') : { ok: true, userId };
}

async function enter(token: string, person: SignedIn, address: string): Promise<FormOutcome> {
  const accepted = await parley().invitations.accept(token, person, address);
  if (!accepted.ok) return accepted;
  const { debateId } = accepted;
  return { ok: true, to: `/debates/${debateId}`, answer: { debateId } };
}

function refuse(code: Rejection['code']): { ok: false; rejection: Rejection } {
  return { ok: false, rejection: rejection(code) };
}

/** Cookies that are being set, as a browser sends them back. */
function pairsOf(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(';')[0] ?? '').join('; ');
}
