import { parley } from '#server/handle.ts';
import { formRoute } from '#server/routes/form-route.ts';

/** Signs in with a code from another device. */
export const POST = formRoute('/sign-in/device', async ({ text, headers, address }) => {
  const { auth, deviceCodes } = parley();
  const taken = await deviceCodes.take(text('code'), address);
  if (!taken.ok) return taken;
  return { ok: true, ...(await auth.passFirstFactor(taken, 'device', headers, '/')) };
});
