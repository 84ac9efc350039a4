import { parley } from '../../../../server/handle.ts';
import { ownFormRoute } from '../../../../server/http/form-route.ts';

/** Makes a code by which one moves to another device. */
export const POST = ownFormRoute('/account', async (_, person) => {
  const text = await parley().deviceCodes.make(person);
  return { ok: true, to: '/account/device', told: {}, secret: { of: person.id, text } };
});
