import { parley } from '#server/handle.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';
import { readerOf } from '#server/routes/reader-of.ts';

/** Returns the opinion groups, as far as the caller may know them. `?as=stage`: as the stage shows them. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { opinions } = parley();
  const person = await readerOf(request);
  if (person instanceof Response) return person;
  const as = new URL(request.url).searchParams.get('as') === 'stage' ? 'stage' : 'oneself';
  const answer = await opinions.of((await params).id, person, as);
  if (!answer.ok) return refusalResponse(answer.rejection);
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
