import { parley } from '#server/handle.ts';
import { invalidAt, refusalResponse } from '#server/http/answers/refusal-response.ts';
import { readerOf } from '#server/routes/reader-of.ts';

/** Returns the newest wordings of a claim, in order, and how many are earlier. `?before=number`: the newest of its first. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; claimId: string }> },
): Promise<Response> {
  const person = await readerOf(request);
  if (person instanceof Response) return person;
  const { history } = parley();
  const { id, claimId } = await params;
  const before = new URL(request.url).searchParams.get('before');
  if (before !== null && !/^\d{1,9}$/.test(before))
    return invalidAt('before', 'must be a number of wordings');
  const read = await history.wordings(id, person, claimId, before === null ? null : Number(before));
  if (!read.ok) return refusalResponse(read.rejection);
  return Response.json(read, { headers: { 'cache-control': 'no-store' } });
}
