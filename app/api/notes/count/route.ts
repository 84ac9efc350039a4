import { parley } from '../../../../server/handle.ts';
import { refused } from '../../../../server/http/refused.ts';

/** How much is new in one's inbox. */
export async function GET(request: Request): Promise<Response> {
  const { auth, inbox } = parley();
  const person = await auth.currentPerson(request.headers);
  if (person === null) return refused('not_signed_in');
  const unread = await inbox.unread(person);
  return Response.json({ ok: true, unread }, { headers: { 'cache-control': 'no-store' } });
}
