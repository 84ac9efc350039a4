import { parley } from '#server/handle.ts';
import { formRoute } from '#server/routes/form-route.ts';

/** Makes the person who opened a start's link an administrator. */
export const POST = formRoute(
  ({ optional }) => `/administrator?code=${encodeURIComponent(optional('code'))}`,
  async ({ text, optional, headers }) => {
    const { auth, administration } = parley();
    const entered = { name: optional('name'), mail: optional('mail'), password: optional('password') };
    const made = await administration.becomeAdministrator(
      text('code'),
      await auth.currentPerson(headers),
      entered,
    );
    if (!made.ok) return made;
    return { ok: true, ...(await auth.passFirstFactor(made, 'administrator', headers, '/admin')) };
  },
);
