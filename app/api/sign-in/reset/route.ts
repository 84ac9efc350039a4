import { parley } from '#server/handle.ts';
import { formRoute } from '#server/routes/form-route.ts';
import { linkOpener } from '#server/routes/link-opener.ts';

/** Sets a new password with a link from an email. All earlier sign-ins end; this browser is signed in. */
export const POST = formRoute(
  ({ optional }) => `/sign-in/reset?code=${encodeURIComponent(optional('code'))}`,
  async ({ text, headers, site }) => {
    const { auth, mailLinks } = parley();
    const set = await mailLinks.reset(text('code'), text('password'), await linkOpener(headers), site);
    if (!set.ok) return set;
    const entered = await auth.passFirstFactor(set, 'password', headers, '/account');
    return { ok: true, ...entered, flash: { done: 'passwordChanged' } };
  },
);
