import { ACTIVITY_KINDS } from '#domain/history/activity.ts';
import { parley } from '#server/handle.ts';
import { invalidAt, refusalResponse } from '#server/http/answers/refusal-response.ts';
import { readerOf } from '#server/routes/reader-of.ts';

/** Returns the activity of a debate, newest first. `?kind=…&by=participant&branch=claim&before=milliseconds` */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const person = await readerOf(request);
  if (person instanceof Response) return person;
  const { history } = parley();
  const asked = new URL(request.url).searchParams;
  const kind = ACTIVITY_KINDS.find((one) => one === asked.get('kind')) ?? null;
  const before = asked.get('before');
  if (kind === null && asked.has('kind'))
    return invalidAt('kind', `must be one of ${ACTIVITY_KINDS.join(', ')}`);
  if (before !== null && !/^\d{1,14}$/.test(before))
    return invalidAt('before', 'must be milliseconds since 1970');
  const page = await history.activity((await params).id, person, {
    kind,
    before: before === null ? null : Number(before),
    by: asked.get('by'),
    branch: asked.get('branch'),
  });
  if (!page.ok) return refusalResponse(page.rejection);
  return Response.json(page, { headers: { 'cache-control': 'no-store' } });
}
