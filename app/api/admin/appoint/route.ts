import { parley } from '#server/handle.ts';
import { provenFormRoute } from '#server/routes/proven-form-route.ts';
import { adminPath } from '../admin-path.ts';

/** Makes a person an administrator (`administrator` is `yes`), or the reverse (`no`); for administrators. */
export const POST = provenFormRoute(adminPath, async (form, person) => {
  const makes = form.optional('administrator') === 'yes';
  const done = await parley().administration.appoint(person, form.optional('id'), makes);
  return done.ok
    ? { ok: true, to: adminPath(form), flash: { done: makes ? 'appointed' : 'dismissed' } }
    : done;
});
