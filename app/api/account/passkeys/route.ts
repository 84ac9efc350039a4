import { parley } from '#server/handle.ts';
import { accountFormRoute } from '#server/routes/proven-form-route.ts';
import { recoveryCodesMade } from '../recovery-codes-made.ts';

/** Adds a passkey that the browser has created: its name, and the browser's description in JSON (`response`). */
export const POST = accountFormRoute('/account/second-factor', async ({ text, site }, person) => {
  const { mailLinks, passkeys, secondFactors } = parley();
  const added = await passkeys.register(person.id, text('name'), text('response'), site);
  if (!added.ok) return added;
  await mailLinks.emailSecondFactorChanged(person.id, 'added', site);
  return recoveryCodesMade(person, await secondFactors.firstRecoveryCodes(person.id), 'passkeyAdded');
});
