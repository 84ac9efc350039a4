import { refuse } from '#domain/debate/engine/refusal.ts';
import { parley } from '#server/handle.ts';
import { provenFormRoute } from '#server/routes/proven-form-route.ts';
import { debatePath } from '../debate-path.ts';

/** Hands a debate over to one of its moderators (`to`); for administrators. */
export const POST = provenFormRoute(debatePath, async (form, person) => {
  if (!person.administrator) return refuse('not_allowed');
  const done = await parley().debateRestrictions.handOver(person, form.text('debate'), form.text('to'));
  return done.ok ? { ok: true, to: debatePath(form), flash: { done: 'handedOver' } } : done;
});
