import { refuse } from '#domain/debate/engine/refusal.ts';
import { parley } from '#server/handle.ts';
import { provenFormRoute } from '#server/routes/proven-form-route.ts';

/** Erases a person on request; for administrators. */
export const POST = provenFormRoute(
  ({ optional }) => `/admin/erase?person=${encodeURIComponent(optional('id'))}`,
  async ({ text }, person) => {
    if (!person.administrator) return refuse('not_allowed');
    const [id, what] = [text('id'), text('what')];
    if (what !== 'name' && what !== 'words') return refuse('invalid');
    const erased = await parley().erasures.erase(id, { words: what === 'words', administrator: person.id });
    return erased.ok ? { ok: true, to: '/admin', flash: { done: 'erased' } } : erased;
  },
);
