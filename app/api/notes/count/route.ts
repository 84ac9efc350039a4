import { parley } from '../../../../server/handle.ts';

/** How much is new in one's inbox; nothing in nobody's: a page asks on after its sign-in has ended elsewhere. */
export async function GET(request: Request): Promise<Response> {
  const { auth, inbox } = parley();
  const person = await auth.currentPerson(request.headers);
  const unread = person === null ? 0 : await inbox.unread(person);
  return Response.json({ ok: true, unread }, { headers: { 'cache-control': 'no-store' } });
}
