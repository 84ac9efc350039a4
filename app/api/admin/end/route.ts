import { rejection } from '../../../../domain/debate/rejections.ts';
import { parley } from '../../../../server/handle.ts';
import { ownFormRoute } from '../../../../server/http/form-route.ts';

/** Ends all sign-ins and tokens of a person; for administrators. */
export const POST = ownFormRoute('/admin', async ({ text }, person) => {
  if (!person.administrator) return { ok: false, rejection: rejection('not_allowed') };
  await parley().auth.endAll(text('id'));
  return { ok: true, to: '/admin', told: { done: 'ended' } };
});
