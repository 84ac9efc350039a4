import { parley } from '../../../../server/handle.ts';
import { formRoute } from '../../../../server/http/form-route.ts';

/** Signs in by a link from a mail. */
export const POST = formRoute(
  ({ optional }) => `/sign-in/link?code=${encodeURIComponent(optional('code'))}`,
  async ({ text, optional, headers }) => {
    const { auth, mailLinks } = parley();
    const current = await auth.currentPerson(headers);
    const guest = current?.kind === 'guest' ? current : null;
    const signedIn = await mailLinks.signIn(text('code'), optional('name'), guest);
    if (!signedIn.ok) return signedIn;
    return { ok: true, to: '/', cookies: await auth.signIn(signedIn.userId, 'mail', headers) };
  },
);
