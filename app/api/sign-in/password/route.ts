import { parley } from '#server/handle.ts';
import { safeRedirectPath } from '#server/http/answers/safe-redirect-path.ts';
import { formRoute } from '#server/routes/form-route.ts';

/** Signs in with email address and password. */
export const POST = formRoute('/sign-in', async ({ text, optional, headers, address }) => {
  const { auth, passwords, knownBrowsers } = parley();
  const browserKey = (userId: string) => knownBrowsers.keyOf(headers, userId);
  const signedIn = await passwords.signIn(text('mail'), text('password'), { address, browserKey });
  if (!signedIn.ok) return signedIn;
  const to = safeRedirectPath(optional('returnTo'));
  return { ok: true, ...(await auth.passFirstFactor(signedIn, 'password', headers, to)) };
});
