import { refuse } from '#domain/debate/engine/refusal.ts';
import { RESTRICTIONS } from '#domain/debate/head/head.ts';
import type { SignedIn } from '#server/auth/sign-in/sign-ins.ts';
import { parley } from '#server/handle.ts';
import type { FormOutcome, SentForm } from '#server/routes/form-route.ts';
import { provenFormRoute } from '#server/routes/proven-form-route.ts';
import { debatePath } from '../debate-path.ts';

const restrict = async (form: SentForm, person: SignedIn): Promise<FormOutcome> => {
  if (!person.administrator) return refuse('not_allowed');
  const restriction = RESTRICTIONS.find((one) => one === form.text('restriction'));
  if (!restriction) return refuse('invalid');
  const lifts = form.optional('lift') === 'yes';
  const reason = lifts ? null : form.text('reason');
  const debateId = form.text('debate');
  const done = await parley().debateRestrictions.restrict(person, debateId, restriction, reason);
  if (!done.ok) return done;
  const to = debatePath({ optional: (name) => (name === 'debate' ? debateId : '') });
  return { ok: true, to, flash: { done: `${lifts ? 'lifted' : 'restricted'}.${restriction}` } };
};

/** Closes, hides or deletes a debate for a `reason`, or lifts the restriction (`lift` is `yes`); for administrators. */
export const POST = provenFormRoute(debatePath, restrict, { keeps: 'reason' });
