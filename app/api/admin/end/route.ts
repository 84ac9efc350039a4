import { toRejection } from '#domain/debate/engine/rejections.ts';
import { parley } from '#server/handle.ts';
import { ownFormRoute } from '#server/routes/form-route.ts';
import { adminPath } from '../admin-path.ts';

/** Ends all sign-ins and tokens of a person; for administrators. */
export const POST = ownFormRoute(adminPath, async (form, person) => {
  if (!person.administrator) return { ok: false, rejection: toRejection('not_allowed') };
  await parley().auth.endAll(form.text('id'));
  return { ok: true, to: adminPath(form), flash: { done: 'ended' } };
});
