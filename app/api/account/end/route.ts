import { parley } from '../../../../server/handle.ts';
import { ownFormRoute } from '../../../../server/http/form-route.ts';

/** Ends one of one's sign-ins or tokens. */
export const POST = ownFormRoute('/account', async ({ text }, person) => {
  const { auth } = parley();
  await auth.end(person.id, text('id'));
  return text('id') === person.signInId
    ? { ok: true, to: '/' }
    : { ok: true, to: '/account', told: { done: 'ended' } };
});
