import { parley } from '#server/handle.ts';
import { ownFormRoute } from '#server/routes/form-route.ts';
import { adminPath } from '../admin-path.ts';

/** Allows a person to start debates if accounts need that (`allowed` is `yes`), or revokes it (`no`); for administrators. */
export const POST = ownFormRoute(adminPath, async (form, person) => {
  const allows = form.optional('allowed') === 'yes';
  const done = await parley().debateStarts.allow(person, form.optional('id'), allows);
  return done.ok
    ? { ok: true, to: adminPath(form), flash: { done: allows ? 'startAllowed' : 'startStopped' } }
    : done;
});
