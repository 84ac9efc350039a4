import { parley } from '#server/handle.ts';
import { ownFormRoute } from '#server/routes/form-route.ts';

/** Ends one of the person's sign-ins or tokens. Any but this browser's own needs reauthentication. */
export const POST = ownFormRoute('/account', async ({ text, optional, address }, person) => {
  const { auth, reauthentication } = parley();
  const id = text('id');
  if (id === person.signInId) {
    await auth.end(person.id, id);
    return { ok: true, to: '/' };
  }
  const proven = await reauthentication.check(person, optional('current'), address);
  if (!proven.ok) return proven;
  await auth.end(person.id, id);
  return { ok: true, to: '/account', flash: { done: 'ended' } };
});
