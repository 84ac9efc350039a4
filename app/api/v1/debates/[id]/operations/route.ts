import { operationRequest } from '#server/api/shapes.ts';
import { NO_STORE } from '#server/http/answers/no-store.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';
import { readRequest, submitOverHttp } from '#server/routes/submit-over-http.ts';

/** Submits one operation with its identity: a repeated one gets the first answer. Answered when it is durable. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  // `hasScopeFor` checks whether the scope is enough for this operation.
  const read = await readRequest(request, operationRequest, 'write', 'moderate');
  if (read instanceof Response) return read;
  const answer = await submitOverHttp((await params).id, read.person, read.asked);
  if (answer instanceof Response) return answer;
  return answer.ok ? Response.json(answer, NO_STORE) : refusalResponse(answer.rejection);
}
