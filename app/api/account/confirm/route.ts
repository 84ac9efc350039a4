import { parley } from '#server/handle.ts';
import { ownFormRoute } from '#server/routes/form-route.ts';
import { linkOpener } from '#server/routes/link-opener.ts';

/**
 * Confirms an email address for the signed-in person who asked for it, with a link from an email. If it replaces another one, all earlier
 * sign-ins and tokens end: they may belong to someone else who could use the old address.
 */
export const POST = ownFormRoute(
  ({ optional }) => `/account/confirm?code=${encodeURIComponent(optional('code'))}`,
  async ({ text, headers, site }, person) => {
    const { auth, mailLinks } = parley();
    const confirmed = await mailLinks.confirm(text('code'), await linkOpener(headers), site);
    if (!confirmed.ok) return confirmed;
    const cookies = await auth.signIn(person.id, 'mail', headers);
    const done = confirmed.replaced ? 'mailChanged' : 'confirmed';
    return { ok: true, to: '/account', cookies, flash: { done } };
  },
);
