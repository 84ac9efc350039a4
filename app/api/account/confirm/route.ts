import { parley } from '../../../../server/handle.ts';
import { formRoute } from '../../../../server/http/form-route.ts';

/** Makes an address that of whoever asked for it, by a link from a mail; this browser is signed in as they. */
export const POST = formRoute(
  ({ optional }) => `/account/confirm?code=${encodeURIComponent(optional('code'))}`,
  async ({ text, headers, site }) => {
    const { auth, mailLinks } = parley();
    const confirmed = await mailLinks.confirm(text('code'), site);
    if (!confirmed.ok) return confirmed;
    const cookies = await auth.signIn(confirmed.userId, 'mail', headers);
    return { ok: true, to: '/account', cookies, told: { done: 'confirmed' } };
  },
);
