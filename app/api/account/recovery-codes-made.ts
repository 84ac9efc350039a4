import type { SignedIn } from '#server/auth/sign-in/sign-ins.ts';
import type { FormOutcome } from '#server/routes/form-route.ts';

/** Redirects to the page of second factors, which says what was done and shows new recovery codes once, if there are any. */
export function recoveryCodesMade(person: SignedIn, codes: readonly string[], done: string): FormOutcome {
  const secret = codes.length === 0 ? undefined : { of: person.id, text: codes.join('\n') };
  return { ok: true, to: '/account/second-factor', flash: { done }, secret };
}
