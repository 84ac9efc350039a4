import { parley } from '#server/handle.ts';
import { ownFormRoute, type SentForm } from '#server/routes/form-route.ts';
import type { InboxSelection } from '#server/services/notifications/inbox.ts';

/** Marks the caller's notifications as read: one of them, those of a debate, or all. */
export const POST = ownFormRoute('/inbox', async (form, person) => {
  await parley().inbox.mark(person, whichOf(form), form.text('read') === 'true');
  return { ok: true, to: '/inbox' };
});

function whichOf({ optional }: SentForm): InboxSelection {
  const [debateId, kind, about] = [optional('debate'), optional('kind'), optional('about')];
  if (debateId === '') return 'all';
  return kind === '' ? { debateId } : { debateId, kind, about };
}
