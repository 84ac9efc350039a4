import { toRejection } from '#domain/debate/engine/rejections.ts';
import { parley } from '#server/handle.ts';
import { provenFormRoute } from '#server/routes/proven-form-route.ts';
import { debatePath } from '../debate-path.ts';

/** Hands a debate over to one of its moderators (`to`); for administrators. */
export const POST = provenFormRoute(debatePath, async (form, person) => {
  if (!person.administrator) return { ok: false, rejection: toRejection('not_allowed') };
  const done = await parley().debateRestrictions.handOver(person, form.text('debate'), form.text('to'));
  return done.ok ? { ok: true, to: debatePath(form), flash: { done: 'handedOver' } } : done;
});
