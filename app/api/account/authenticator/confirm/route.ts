import { parley } from '#server/handle.ts';
import { accountFormRoute } from '#server/routes/proven-form-route.ts';
import { recoveryCodesMade } from '../../recovery-codes-made.ts';

/** Ends the setup of an authenticator app with a code from it. The first second factor comes with recovery codes. */
export const POST = accountFormRoute('/account/second-factor', async ({ text, address, site }, person) => {
  const { mailLinks, secondFactors } = parley();
  const from = { address, browserKey: () => person.signInId };
  const confirmed = await secondFactors.confirmAuthenticator(person.id, text('code'), from);
  if (!confirmed.ok) return confirmed;
  await mailLinks.emailSecondFactorChanged(person.id, 'added', site);
  return recoveryCodesMade(person, confirmed.recoveryCodes, 'authenticatorAdded');
});
