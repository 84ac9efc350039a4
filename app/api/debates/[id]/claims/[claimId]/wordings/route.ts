import { parley } from '#server/handle.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';
import { readerOf } from '#server/routes/reader-of.ts';

/** Returns the wordings of a claim, in order. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; claimId: string }> },
): Promise<Response> {
  const person = await readerOf(request);
  if (person instanceof Response) return person;
  const { history } = parley();
  const { id, claimId } = await params;
  const read = await history.wordings(id, person, claimId);
  if (!read.ok) return refusalResponse(read.rejection);
  return Response.json(read, { headers: { 'cache-control': 'no-store' } });
}
