import { parley } from '../../../../server/handle.ts';
import { formRoute } from '../../../../server/http/form-route.ts';

/** Mails a link to set a new password by. */
export const POST = formRoute('/sign-in/forgotten', async ({ text, address, site }) => {
  const asked = await parley().mailLinks.askToReset(text('mail'), { address, site });
  return asked.ok ? { ok: true, to: '/sign-in/forgotten', told: { done: 'mailed' } } : asked;
});
