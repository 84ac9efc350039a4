import { parley } from '../../../../server/handle.ts';
import { ownFormRoute } from '../../../../server/http/form-route.ts';
import { linkOpener } from '../../../../server/http/link-opener.ts';

/**
 * Makes an address that of the signed-in person who asked for it, by a link from a mail. If it replaces another one, all
 * sign-ins and tokens made before end: they may be those of somebody else who knew the old way in.
 */
export const POST = ownFormRoute(
  ({ optional }) => `/account/confirm?code=${encodeURIComponent(optional('code'))}`,
  async ({ text, headers, site }, person) => {
    const { auth, mailLinks } = parley();
    const confirmed = await mailLinks.confirm(text('code'), await linkOpener(headers), site);
    if (!confirmed.ok) return confirmed;
    if (confirmed.replaced) await auth.endAll(person.id);
    const cookies = await auth.signIn(person.id, 'mail', headers);
    const done = confirmed.replaced ? 'mailChanged' : 'confirmed';
    return { ok: true, to: '/account', cookies, flash: { done } };
  },
);
