import { refuse } from '#domain/debate/engine/refusal.ts';
import { parley } from '#server/handle.ts';
import { safeRedirectPath } from '#server/http/answers/safe-redirect-path.ts';
import { formRoute } from '#server/routes/form-route.ts';

/**
 * Signs in with a passkey: the browser's answer, in JSON (`response`). It counts as both factors. A person who is already signed in has
 * reauthenticated with it.
 */
export const POST = formRoute('/sign-in', async ({ text, optional, headers, site }) => {
  const { limits, auth, passkeys, reauthentication } = parley();
  const response = text('response');
  if (!limits.take('passkeys', null)) return refuse('too_many_attempts');
  const signedIn = await passkeys.authenticate(response, site);
  if (!signedIn.ok) return signedIn;
  const { userId } = signedIn;
  const current = await auth.currentPerson(headers);
  const pending = await auth.pendingOf(headers);
  const to = pending?.userId === userId ? pending.to : safeRedirectPath(optional('returnTo'));
  if (current?.id === userId) {
    await reauthentication.prove(current);
    return { ok: true, to, answer: { to } };
  }
  const entered = await auth.passSecondFactor({ userId, method: 'passkey', to }, headers);
  return { ok: true, ...entered, answer: { to: entered.to } };
});
