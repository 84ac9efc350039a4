import { parley } from '../../../../../server/handle.ts';
import { accountFormRoute } from '../../../../../server/http/proven-form-route.ts';

/** Removes a passkey. */
export const POST = accountFormRoute('/account/second-factor', async ({ text }, person) => {
  await parley().secondFactors.removePasskey(person.id, text('id'));
  return { ok: true, to: '/account/second-factor', told: { done: 'passkeyRemoved' } };
});
