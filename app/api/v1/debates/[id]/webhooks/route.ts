import { webhookAsked } from '../../../../../../server/api/shapes.ts';
import { parley } from '../../../../../../server/handle.ts';
import { NOT_KEPT } from '../../../../../../server/http/not-kept.ts';
import { refused } from '../../../../../../server/http/refused.ts';
import { readAsked } from '../../../../../../server/routes/ask-over-http.ts';
import { askedBy } from '../../../../../../server/routes/asked-by.ts';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** Returns the webhooks of a debate, for its moderators. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const person = await askedBy(request, 'moderate');
  if (person instanceof Response) return person;
  const listed = await parley().webhooks.list((await params).id, person);
  return listed.ok ? Response.json(listed, NOT_KEPT) : refused(listed.rejection);
}

/** Adds a webhook, which is notified of changes from now on. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const read = await readAsked(request, webhookAsked, 'moderate');
  if (read instanceof Response) return read;
  const made = await parley().webhooks.make((await params).id, read.person, read.asked.url);
  return made.ok ? Response.json(made, { status: 201, ...NOT_KEPT }) : refused(made.rejection);
}
