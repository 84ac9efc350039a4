import { parley } from '#server/handle.ts';
import { provenFormRoute } from '#server/routes/proven-form-route.ts';
import { adminPath } from '../admin-path.ts';

/** Turns off the second factor of a person who has lost it; for administrators. */
export const POST = provenFormRoute(adminPath, async (form, person) => {
  const { administration, mailLinks } = parley();
  const done = await administration.removeSecondFactors(person, form.optional('id'));
  if (!done.ok) return done;
  if (done.removed) await mailLinks.emailSecondFactorChanged(form.optional('id'), 'removed', form.site);
  return { ok: true, to: adminPath(form), flash: { done: 'factorsRemoved' } };
});
