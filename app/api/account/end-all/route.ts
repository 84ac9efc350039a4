import { parley } from '#server/handle.ts';
import { provenFormRoute } from '#server/routes/proven-form-route.ts';

/** Ends all of the person's sign-ins and tokens, on every device. */
export const POST = provenFormRoute('/account', async (_, person) => {
  await parley().auth.endAll(person.id);
  return { ok: true, to: '/sign-in', flash: { done: 'endedAll' } };
});
