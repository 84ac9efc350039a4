import { refuse } from '#domain/debate/engine/refusal.ts';
import { parley } from '#server/handle.ts';
import { formRoute } from '#server/routes/form-route.ts';

/** Completes a sign-in with a code of the authenticator app, or a recovery code. */
export const POST = formRoute('/sign-in/second', async ({ text, headers, address }) => {
  const { auth, knownBrowsers, secondFactors } = parley();
  const code = text('code');
  const pending = await auth.pendingOf(headers);
  if (pending === null) return refuse('not_signed_in');
  const browserKey = (userId: string) => knownBrowsers.keyOf(headers, userId);
  const verified = await secondFactors.verify(pending.userId, code, { address, browserKey });
  return verified.ok ? { ok: true, ...(await auth.passSecondFactor(pending, headers)) } : verified;
});
