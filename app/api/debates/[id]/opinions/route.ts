import { parley } from '../../../../../server/handle.ts';
import { readerOf } from '../../../../../server/http/reader-of.ts';
import { refused } from '../../../../../server/http/refused.ts';

/** How people's votes lie to each other, as far as whoever asks may know it. `?as=stage`: as the projector shows it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { opinions } = parley();
  const person = await readerOf(request);
  if (person instanceof Response) return person;
  const as = new URL(request.url).searchParams.get('as') === 'stage' ? 'stage' : 'oneself';
  const told = await opinions.of((await params).id, person, as);
  if (!told.ok) return refused(told.rejection);
  return Response.json(told, { headers: { 'cache-control': 'no-store' } });
}
