import { RESTRICTIONS } from '../../../../domain/debate/records/head.ts';
import { rejection } from '../../../../domain/debate/rejections.ts';
import { parley } from '../../../../server/handle.ts';
import { provenFormRoute } from '../../../../server/http/proven-form-route.ts';
import { debatePath } from '../debate-path.ts';

/** Closes, hides or deletes a debate for a `reason`, or lifts that (`lift` is `yes`); for administrators. */
export const POST = provenFormRoute(debatePath, async (form, person) => {
  if (!person.administrator) return { ok: false, rejection: rejection('not_allowed') };
  const restriction = RESTRICTIONS.find((one) => one === form.text('restriction'));
  if (!restriction) return { ok: false, rejection: rejection('invalid') };
  const lifts = form.optional('lift') === 'yes';
  const reason = lifts ? null : form.text('reason');
  const debateId = form.text('debate');
  const done = await parley().debateRestrictions.restrict(person, debateId, restriction, reason);
  if (!done.ok) return done;
  const to = debatePath({ optional: (name) => (name === 'debate' ? debateId : '') });
  return { ok: true, to, told: { done: `${lifts ? 'lifted' : 'restricted'}.${restriction}` } };
});
