import { parley } from '#server/handle.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';
import { authenticateRequest } from '#server/routes/authenticate-request.ts';

/** Clears a debate's board after a rehearsal. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const person = await authenticateRequest(request, 'moderate');
  if (person instanceof Response) return person;
  const { debateLifecycle, limits } = parley();
  const { id } = await params;
  const cleared = await debateLifecycle.clear(id, person, () => limits.take('clears', person.id, 1, id));
  return cleared.ok ? Response.json(cleared) : refusalResponse(cleared.rejection);
}
