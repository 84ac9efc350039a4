import { refuse } from '#domain/debate/engine/refusal.ts';
import { parley } from '#server/handle.ts';
import { safeRedirectPath } from '#server/http/answers/safe-redirect-path.ts';
import { formRoute } from '#server/routes/form-route.ts';

/** Signs a guest in with a name: JSON for scripts, a redirect back for plain forms. */
export const POST = formRoute('/sign-in', async ({ text, optional, headers }) => {
  const { limits, auth } = parley();
  if (!limits.take('guests', null)) return refuse('too_fast');
  const signedIn = await auth.signInGuest(text('name'), headers);
  return signedIn.ok
    ? { ok: true, to: safeRedirectPath(optional('returnTo')), cookies: signedIn.cookies }
    : signedIn;
});
