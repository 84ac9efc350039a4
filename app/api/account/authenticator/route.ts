import { parley } from '#server/handle.ts';
import { accountFormRoute } from '#server/routes/proven-form-route.ts';

/** Starts the setup of an authenticator app. */
export const POST = accountFormRoute('/account/second-factor', async (_, person) => {
  await parley().authenticators.begin(person.id);
  return { ok: true, to: '/account/second-factor' };
});
