import { refuse } from '#domain/debate/engine/refusal.ts';
import { asStartRule } from '#server/auth/start-rules.ts';
import { parley } from '#server/handle.ts';
import { ownFormRoute } from '#server/routes/form-route.ts';

const SETTINGS = '/admin?list=settings';

/** Sets who may start debates on this server; for administrators. */
export const POST = ownFormRoute(SETTINGS, async ({ optional }, person) => {
  if (!person.administrator) return refuse('not_allowed');
  const rule = asStartRule(optional('rule'));
  if (rule === null) return refuse('invalid');
  const chosen = await parley().debateStarts.choose(person, rule);
  return chosen.ok ? { ok: true, to: SETTINGS, flash: { done: 'startsChosen' } } : chosen;
});
