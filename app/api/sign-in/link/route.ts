import { parley } from '#server/handle.ts';
import { formRoute } from '#server/routes/form-route.ts';
import { linkOpener } from '#server/routes/link-opener.ts';

/** Signs in with a link from an email. */
export const POST = formRoute(
  ({ optional }) => `/sign-in/link?code=${encodeURIComponent(optional('code'))}`,
  async ({ text, optional, headers }) => {
    const { auth, mailLinks } = parley();
    const signedIn = await mailLinks.signIn(text('code'), optional('name'), await linkOpener(headers));
    if (!signedIn.ok) return signedIn;
    const to = signedIn.returnTo ?? '/';
    return { ok: true, ...(await auth.passFirstFactor(signedIn, 'mail', headers, to)) };
  },
);
