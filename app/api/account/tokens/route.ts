import { refuse } from '#domain/debate/engine/refusal.ts';
import { TOKEN_DAYS } from '#server/auth/sign-in/access-tokens.ts';
import { SCOPES } from '#server/auth/sign-in/scopes.ts';
import { parley } from '#server/handle.ts';
import { provenFormRoute } from '#server/routes/proven-form-route.ts';

/** Creates an access token: its name, its scopes (a field `scope-read` and so on for each), and its lifetime in days. */
export const POST = provenFormRoute('/account', async ({ text, optional }, person) => {
  const scopes = SCOPES.filter((scope) => optional(`scope-${scope}`) !== '');
  const days = TOKEN_DAYS.find((choice) => String(choice) === text('days'));
  if (days === undefined) return refuse('invalid');
  const made = await parley().tokens.make(person, { name: text('name'), scopes, days });
  if (!made.ok) return made;
  const secret = { of: person.id, text: made.secret };
  return { ok: true, to: '/account', flash: { done: 'tokenMade' }, secret };
});
