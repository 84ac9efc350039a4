import { parley } from '../../../../server/handle.ts';
import { formRoute } from '../../../../server/http/form-route.ts';

/** Mails a link to sign in by. */
export const POST = formRoute('/sign-in', async ({ text, address, site }) => {
  const asked = await parley().mailLinks.askToSignIn(text('mail'), { address, site });
  return asked.ok ? { ok: true, to: '/sign-in', told: { done: 'mailed' } } : asked;
});
