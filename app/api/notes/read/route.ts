import { parley } from '#server/handle.ts';
import { safeRedirectPath } from '#server/http/answers/safe-redirect-path.ts';
import { ownFormRoute, type SentForm } from '#server/routes/form-route.ts';
import type { InboxSelection } from '#server/services/notifications/inbox.ts';

/** Marks the caller's notifications as read: one of them, or those of a debate or of all, up to the newest one that the page showed. */
export const POST = ownFormRoute('/inbox', async (form, person) => {
  await parley().inbox.mark(person, whichOf(form), form.text('read') === 'true');
  return { ok: true, to: safeRedirectPath(form.optional('returnTo') || '/inbox') };
});

function whichOf({ optional }: SentForm): InboxSelection {
  const [debateId, kind, about, until] = [
    optional('debate'),
    optional('kind'),
    optional('about'),
    Number.parseInt(optional('until'), 10),
  ];
  if (kind !== '') return { debateId, kind, about };
  return { ...(debateId !== '' && { debateId }), ...(Number.isSafeInteger(until) && { until }) };
}
