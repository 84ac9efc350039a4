import { webhookActionRequest } from '#server/api/shapes.ts';
import { parley } from '#server/handle.ts';
import { NO_STORE } from '#server/http/answers/no-store.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';
import { authenticateRequest } from '#server/routes/authenticate-request.ts';
import { readRequest } from '#server/routes/submit-over-http.ts';

interface Context {
  readonly params: Promise<{ id: string; webhookId: string }>;
}

/** Resumes a webhook that ended. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const read = await readRequest(request, webhookActionRequest, 'moderate');
  if (read instanceof Response) return read;
  const { id, webhookId } = await params;
  const resumed = await parley().webhooks.resume(id, read.person, webhookId);
  return resumed.ok ? Response.json(resumed, NO_STORE) : refusalResponse(resumed.rejection);
}

/** Removes a webhook. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const person = await authenticateRequest(request, 'moderate');
  if (person instanceof Response) return person;
  const { id, webhookId } = await params;
  const removed = await parley().webhooks.remove(id, person, webhookId);
  return removed.ok ? Response.json(removed, NO_STORE) : refusalResponse(removed.rejection);
}
