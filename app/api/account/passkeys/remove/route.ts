import { parley } from '#server/handle.ts';
import { accountFormRoute } from '#server/routes/proven-form-route.ts';

/** Removes a passkey. */
export const POST = accountFormRoute('/account/second-factor', async ({ text, site }, person) => {
  const { mailLinks, secondFactors } = parley();
  if (await secondFactors.removePasskey(person.id, text('id')))
    await mailLinks.emailSecondFactorChanged(person.id, 'removed', site);
  return { ok: true, to: '/account/second-factor', flash: { done: 'passkeyRemoved' } };
});
