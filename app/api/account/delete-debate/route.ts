import { debateAddress } from '#app/_ui/links/debate-address.ts';
import { parley } from '#server/handle.ts';
import { ownFormRoute } from '#server/routes/form-route.ts';

/** Deletes a debate the person owns, also if an administrator hid it and its board can't be opened. */
export const POST = ownFormRoute(
  ({ optional }) => debateAddress(optional('debate')),
  async ({ text }, person) => {
    const deleted = await parley().debateLifecycle.remove(text('debate'), person);
    return deleted.ok ? { ok: true, to: '/' } : deleted;
  },
);
