import { parley } from '#server/handle.ts';
import { ownFormRoute } from '#server/routes/form-route.ts';

/** Ends the sign-in of this browser, in all its tabs. */
export const POST = ownFormRoute('/', async (_, person) => {
  return { ok: true, to: '/', cookies: [await parley().auth.signOut(person)] };
});
