import { parley } from '#server/handle.ts';
import { provenFormRoute } from '#server/routes/proven-form-route.ts';

/** Sets the person's password. All earlier sign-ins end; this browser is signed in again. */
export const POST = provenFormRoute('/account', async ({ text, headers, site }, person, isConfirmed) => {
  const { auth, passwords, mailLinks } = parley();
  const changed = await passwords.change(person.id, text('password'), isConfirmed);
  if (!changed.ok) return changed;
  const cookies = await auth.signIn(person.id, 'password', headers);
  await mailLinks.emailPasswordChanged(person.id, site);
  return { ok: true, to: '/account', cookies, flash: { done: 'passwordChanged' } };
});
