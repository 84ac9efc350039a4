import { parley } from '#server/handle.ts';
import { accountFormRoute } from '#server/routes/proven-form-route.ts';

/** Removes the authenticator app, also one whose setup is not finished. */
export const POST = accountFormRoute('/account/second-factor', async ({ site }, person) => {
  const { mailLinks, secondFactors } = parley();
  const to = '/account/second-factor';
  if (!(await secondFactors.removeAuthenticator(person.id))) return { ok: true, to };
  await mailLinks.emailSecondFactorChanged(person.id, 'removed', site);
  return { ok: true, to, flash: { done: 'authenticatorRemoved' } };
});
