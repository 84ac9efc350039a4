import { parley } from '#server/handle.ts';
import { invalidAt, refusalResponse } from '#server/http/answers/refusal-response.ts';
import { readerOf } from '#server/routes/reader-of.ts';
import { MOMENTS, parseMoment } from '#server/services/history/past.ts';

/**
 * Returns a debate at a moment of the past, in the form that pages contain. `?at=` the number of an entry, milliseconds since 1970, or a
 * date.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const person = await readerOf(request);
  if (person instanceof Response) return person;
  const { history } = parley();
  const at = new URL(request.url).searchParams.get('at');
  const moment = at === null ? null : parseMoment(at);
  if (at !== null && moment === null) return invalidAt('at', MOMENTS);
  const read = await history.moment((await params).id, person, moment);
  if (!read.ok) return refusalResponse(read.rejection);
  return Response.json(read, { headers: { 'cache-control': 'no-store' } });
}
