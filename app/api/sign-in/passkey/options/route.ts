import { refuse } from '#domain/debate/engine/refusal.ts';
import { parley } from '#server/handle.ts';
import { formRoute } from '#server/routes/form-route.ts';

/** Returns the options with which a browser asks for a passkey: of the person signed in or signing in, or (`anyone`) of anyone. */
export const POST = formRoute('/sign-in', async ({ optional, headers, site }) => {
  const { limits, passkeys } = parley();
  if (!limits.take('passkeys', null)) return refuse('too_many_attempts');
  const userId = optional('anyone') === '' ? await ownerOf(headers) : null;
  const options = await passkeys.authenticationOptions(userId, site);
  return { ok: true, to: '/sign-in', answer: { options: JSON.stringify(options) } };
});

/** Returns whose passkeys are asked for; `null` for anyone's. */
async function ownerOf(headers: Headers): Promise<string | null> {
  const { auth } = parley();
  const pending = await auth.pendingOf(headers);
  return pending?.userId ?? (await auth.currentPerson(headers))?.id ?? null;
}
