import { parley } from '#server/handle.ts';
import { provenFormRoute } from '#server/routes/proven-form-route.ts';

/** Creates a code that signs the person in on another device. */
export const POST = provenFormRoute('/account', async (_, person) => {
  const text = await parley().deviceCodes.make(person);
  return { ok: true, to: '/account/device', flash: {}, secret: { of: person.id, text } };
});
