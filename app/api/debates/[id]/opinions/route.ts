import { parley } from '../../../../../server/handle.ts';
import { refused } from '../../../../../server/http/refused.ts';

/** How people's votes lie to each other, as far as whoever asks may know it. `?as=stage`: as the projector shows it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { auth, opinions, arrivals } = parley();
  const person = await auth.whoAsks(request.headers, 'read');
  if (person === 'not_allowed') return refused(person);
  if (person === null && request.headers.has('authorization')) return refused('not_signed_in');
  if (!arrivals.mayLook(person?.id ?? null)) return refused('too_fast');
  const as = new URL(request.url).searchParams.get('as') === 'stage' ? 'stage' : 'oneself';
  const told = await opinions.of((await params).id, person, as);
  if (!told.ok) return refused(told.rejection);
  return Response.json(told, { headers: { 'cache-control': 'no-store' } });
}
