import { parley } from '#server/handle.ts';
import { accountFormRoute } from '#server/routes/proven-form-route.ts';

/** Returns the options with which a browser creates a passkey. */
export const POST = accountFormRoute('/account/second-factor', async ({ site }, person) => {
  const { passkeys, people } = parley();
  const account = (await people.find({ id: person.id }))?.email ?? person.name;
  const options = await passkeys.registrationOptions(person.id, account, site);
  return { ok: true, to: '/account/second-factor', answer: { options: JSON.stringify(options) } };
});
