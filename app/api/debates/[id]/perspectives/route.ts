import { parley } from '#server/handle.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';
import { readerOf } from '#server/routes/reader-of.ts';

/** Returns the perspectives that may be chosen, and the votes of each `?of=`, two at most. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { perspectives } = parley();
  const person = await readerOf(request);
  if (person instanceof Response) return person;
  const names = new URL(request.url).searchParams.getAll('of');
  const answer = await perspectives.of((await params).id, person, names);
  if (!answer.ok) return refusalResponse(answer.rejection);
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
