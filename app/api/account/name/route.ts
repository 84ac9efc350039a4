import { parley } from '#server/handle.ts';
import { ownFormRoute } from '#server/routes/form-route.ts';

/** Changes the person's name, here and in the debates that show the same name. */
export const POST = ownFormRoute('/account', async ({ text }, person) => {
  const renamed = await parley().personNames.rename(person, text('name'));
  return renamed.ok ? { ok: true, to: '/account', flash: { done: 'renamed' } } : renamed;
});
