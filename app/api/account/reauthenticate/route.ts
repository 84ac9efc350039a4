import { refuse } from '#domain/debate/engine/refusal.ts';
import { parley } from '#server/handle.ts';
import { safeRedirectPath } from '#server/http/answers/safe-redirect-path.ts';
import { ownFormRoute, type SentForm } from '#server/routes/form-route.ts';

/** Reauthenticates with the password (`current`) or a second factor's code (`code`). Continues to `returnTo`. */
export const POST = ownFormRoute(pageOf, async ({ text, optional, address }, person) => {
  const { reauthentication, secondFactors } = parley();
  const to = safeRedirectPath(text('returnTo'));
  const code = optional('code');
  if (code !== '') {
    const browserKey = () => person.signInId;
    const verified = await secondFactors.verify(person.id, code, { address, browserKey });
    if (!verified.ok) return verified;
    await reauthentication.prove(person);
    return { ok: true, to };
  }
  if (optional('current') === '') return refuse('password_wrong');
  const proven = await reauthentication.check(person, optional('current'), address);
  return proven.ok ? { ok: true, to } : proven;
});

function pageOf({ optional }: SentForm): string {
  return `/account/reauthenticate?returnTo=${encodeURIComponent(safeRedirectPath(optional('returnTo')))}`;
}
