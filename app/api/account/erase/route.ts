import { refuse } from '#domain/debate/engine/refusal.ts';
import { parley } from '#server/handle.ts';
import { provenFormRoute } from '#server/routes/proven-form-route.ts';

/** Erases the person: the name, or the texts as well (`what`). */
export const POST = provenFormRoute('/account/erase', async ({ text }, person) => {
  const { auth, erasures } = parley();
  const what = text('what');
  if (what !== 'name' && what !== 'words') return refuse('invalid');
  const erased = await erasures.erase(person.id, { words: what === 'words' });
  if (!erased.ok) return erased;
  return { ok: true, to: '/sign-in', cookies: auth.forgetBrowser(), flash: { done: 'erased' } };
});
