import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { joinAddress } from '#app/_ui/links/join-address.ts';
import { refuse } from '#domain/debate/engine/refusal.ts';
import { guestName } from '#server/auth/people/guest-name.ts';
import type { SignedIn } from '#server/auth/sign-in/sign-ins.ts';
import { parley } from '#server/handle.ts';
import { type FormOutcome, formRoute, type SentForm } from '#server/routes/form-route.ts';

/**
 * Joins with an invitation, as the person signed in here or as a new guest with a name. Redirects to the debate, or back to the
 * invitation. Never creates or opens an account: invitations get passed on, and one that was sent by email proves nobody's address.
 */
export const POST = formRoute(
  ({ optional }) => joinAddress(optional('token')),
  async (form) => {
    const { auth, invitations } = parley();
    const token = form.text('token');
    const known = await auth.currentPerson(form.headers);
    if (known !== null) return enter(token, known, form.address);
    // Checked first: without a valid invitation no guest is created.
    const looked = await invitations.look(token, form.address);
    if (!looked.ok) return looked;
    return looked.invited.needsAccount ? refuse('account_required') : enterAsGuest(token, form);
  },
);

/** Joins as a new guest. If joining fails, nothing of the guest is kept. */
async function enterAsGuest(token: string, form: SentForm): Promise<FormOutcome> {
  const { limits, auth, people } = parley();
  if (!limits.take('guests', null)) return refuse('too_fast');
  const called = guestName(form.optional('name'));
  if (!called.ok) return called;
  const userId = await people.create({ name: called.name });
  let cameIn = false;
  try {
    const cookies = await auth.signIn(userId, 'guest', form.headers);
    const person = await auth.currentPerson(new Headers({ cookie: pairsOf(cookies) }));
    if (person === null) return refuse('unavailable');
    const entered = await enter(token, person, form.address);
    cameIn = entered.ok;
    return entered.ok ? { ...entered, cookies } : entered;
  } finally {
    if (!cameIn) await people.forgetUnused(userId);
  }
}

async function enter(token: string, person: SignedIn, address: string): Promise<FormOutcome> {
  const accepted = await parley().invitations.accept(token, person, address);
  if (!accepted.ok) return accepted;
  const { debateId } = accepted;
  return { ok: true, to: debateAddress(debateId), answer: { debateId } };
}

/** Converts cookies that are being set to what a browser sends back. */
function pairsOf(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(';')[0] ?? '').join('; ');
}
