import { parley } from '../../../server/handle.ts';
import { refused } from '../../../server/http/refused.ts';

/** Ends all of one's sign-ins, on every device and connection. */
export async function POST(request: Request): Promise<Response> {
  const { auth, isSameOrigin } = parley();
  if (!isSameOrigin(request)) return refused('not_allowed');
  const person = await auth.currentPerson(request.headers);
  if (person === null) return refused('not_signed_in');
  const cookie = await auth.signOut(person);
  return Response.json({ ok: true }, { headers: { 'set-cookie': cookie } });
}
