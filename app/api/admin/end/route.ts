import { refuse } from '#domain/debate/engine/refusal.ts';
import { parley } from '#server/handle.ts';
import { ownFormRoute } from '#server/routes/form-route.ts';
import { adminPath } from '../admin-path.ts';

/** Ends all sign-ins and tokens of a person; for administrators. */
export const POST = ownFormRoute(adminPath, async (form, person) => {
  if (!person.administrator) return refuse('not_allowed');
  await parley().auth.endAll(form.text('id'), { administrator: person.id });
  return { ok: true, to: adminPath(form), flash: { done: 'ended' } };
});
