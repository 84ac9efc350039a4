import { parley } from '#server/handle.ts';
import { NO_STORE } from '#server/http/answers/no-store.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';
import { authenticateRequest } from '#server/routes/authenticate-request.ts';

/** Removes a webhook. */
export async function DELETE(
  request: Request,
  { params }: { params: Promise<{ id: string; webhookId: string }> },
): Promise<Response> {
  const person = await authenticateRequest(request, 'moderate');
  if (person instanceof Response) return person;
  const { id, webhookId } = await params;
  const removed = await parley().webhooks.remove(id, person, webhookId);
  return removed.ok ? Response.json(removed, NO_STORE) : refusalResponse(removed.rejection);
}
