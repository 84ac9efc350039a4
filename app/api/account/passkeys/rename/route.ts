import { parley } from '#server/handle.ts';
import { ownFormRoute } from '#server/routes/form-route.ts';

/** Renames a passkey. */
export const POST = ownFormRoute('/account/second-factor', async ({ text }, person) => {
  const renamed = await parley().passkeys.rename(person.id, text('id'), text('name'));
  return renamed.ok ? { ok: true, to: '/account/second-factor', flash: { done: 'passkeyRenamed' } } : renamed;
});
