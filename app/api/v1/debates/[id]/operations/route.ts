import { operationAsked } from '../../../../../../server/api/shapes.ts';
import { NOT_KEPT } from '../../../../../../server/http/not-kept.ts';
import { refused } from '../../../../../../server/http/refused.ts';
import { askFor, readAsked } from '../../../../../../server/routes/ask-over-http.ts';

/** Submits one operation with its identity: a repeated one gets the first answer. Answered when it is durable. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  // `askFor` checks whether the scope is enough for this operation.
  const read = await readAsked(request, operationAsked, 'write', 'moderate');
  if (read instanceof Response) return read;
  const answer = await askFor((await params).id, read.person, read.asked);
  if (answer instanceof Response) return answer;
  return answer.ok ? Response.json(answer, NOT_KEPT) : refused(answer.rejection);
}
