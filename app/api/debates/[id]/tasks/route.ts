import { parley } from '#server/handle.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';
import { readerOf } from '#server/routes/reader-of.ts';

/** Returns how many people have done each task, for a moderator. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { taskCounts } = parley();
  const person = await readerOf(request);
  if (person instanceof Response) return person;
  const answer = await taskCounts.of((await params).id, person);
  if (!answer.ok) return refusalResponse(answer.rejection);
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
