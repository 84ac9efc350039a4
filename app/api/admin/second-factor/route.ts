import { rejection } from '../../../../domain/debate/rejections.ts';
import { parley } from '../../../../server/handle.ts';
import { provenFormRoute } from '../../../../server/http/proven-form-route.ts';
import { adminPath } from '../admin-path.ts';

/** Turns the second factor of a person off who has lost it; for administrators. */
export const POST = provenFormRoute(adminPath, async (form, person) => {
  if (!person.administrator) return { ok: false, rejection: rejection('not_allowed') };
  await parley().secondFactors.removeAll(form.text('id'));
  return { ok: true, to: adminPath(form), told: { done: 'factorsRemoved' } };
});
