import { webhookRequest } from '#server/api/shapes.ts';
import { parley } from '#server/handle.ts';
import { NO_STORE } from '#server/http/answers/no-store.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';
import { authenticateRequest } from '#server/routes/authenticate-request.ts';
import { readRequest } from '#server/routes/submit-over-http.ts';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** Returns the webhooks of a debate, for its moderators. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const person = await authenticateRequest(request, 'moderate');
  if (person instanceof Response) return person;
  const listed = await parley().webhooks.list((await params).id, person);
  return listed.ok ? Response.json(listed, NO_STORE) : refusalResponse(listed.rejection);
}

/** Adds a webhook, which is notified of changes from now on. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const read = await readRequest(request, webhookRequest, 'moderate');
  if (read instanceof Response) return read;
  const made = await parley().webhooks.make((await params).id, read.person, read.asked.url);
  return made.ok ? Response.json(made, { status: 201, ...NO_STORE }) : refusalResponse(made.rejection);
}
