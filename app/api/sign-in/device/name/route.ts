import { refuse } from '#domain/debate/engine/refusal.ts';
import { parley } from '#server/handle.ts';
import { formRoute } from '#server/routes/form-route.ts';

/**
 * Returns the name of the person a device code signs in, without using the code up. The page shows it before people continue:
 * anyone can send a QR code to make others act under the sender's name.
 */
export const POST = formRoute('/sign-in/device', async ({ text, address }) => {
  const name = await parley().deviceCodes.nameOf(text('code'), address);
  if (name === null) return refuse('code_wrong');
  return { ok: true, to: '/sign-in/device', answer: { name } };
});
