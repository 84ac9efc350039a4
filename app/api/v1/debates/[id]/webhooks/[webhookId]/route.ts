import { parley } from '../../../../../../../server/handle.ts';
import { NOT_KEPT } from '../../../../../../../server/http/not-kept.ts';
import { refused } from '../../../../../../../server/http/refused.ts';
import { askedBy } from '../../../../../../../server/routes/asked-by.ts';

/** Removes a webhook. */
export async function DELETE(
  request: Request,
  { params }: { params: Promise<{ id: string; webhookId: string }> },
): Promise<Response> {
  const person = await askedBy(request, 'moderate');
  if (person instanceof Response) return person;
  const { id, webhookId } = await params;
  const removed = await parley().webhooks.remove(id, person, webhookId);
  return removed.ok ? Response.json(removed, NOT_KEPT) : refused(removed.rejection);
}
