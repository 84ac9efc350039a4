import { parley } from '../../../../../server/handle.ts';
import { accountFormRoute } from '../../../../../server/http/proven-form-route.ts';
import { recoveryCodesMade } from '../../recovery-codes-made.ts';

/** Ends the setup of an authenticator app, by a code it shows. With the first second factor come the recovery codes. */
export const POST = accountFormRoute('/account/second-factor', async ({ text, address }, person) => {
  const from = { address, knows: () => true };
  const confirmed = await parley().secondFactors.confirmAuthenticator(person.id, text('code'), from);
  return confirmed.ok ? recoveryCodesMade(person, confirmed.recoveryCodes, 'authenticatorAdded') : confirmed;
});
