import type { RejectionCode } from '../../../domain/debate/rejections.ts';
import { parley } from '../../../server/handle.ts';
import { readFields } from '../../../server/http/read-fields.ts';
import { refused } from '../../../server/http/refused.ts';

/**
 * Comes in by an invitation, under a name where one is not signed in yet. A plain form's: it leads to the debate, or back
 * to the page of the invitation, which says what is wrong.
 */
export async function POST(request: Request): Promise<Response> {
  const { auth, invitations, arrivals, isSameOrigin, address: addressUnderWay } = parley();
  if (!isSameOrigin(request)) return refused('not_allowed');
  const fields = await readFields(request);
  if (typeof fields === 'string') return refused(fields);
  const { token, name = '' } = fields;
  if (typeof token !== 'string' || typeof name !== 'string') return refused('invalid');
  const back = (problem: RejectionCode) => lead(`/join/${encodeURIComponent(token)}?problem=${problem}`);
  const address = addressUnderWay();
  const known = await auth.currentPerson(request.headers);
  if (known !== null) {
    const accepted = await invitations.accept(token, known, address);
    return accepted.ok ? lead(`/debates/${accepted.debateId}`) : back(accepted.rejection.code);
  }
  // Looked at first: who has no good invitation is not made somebody.
  const looked = await invitations.look(token, address);
  if (!looked.ok) return back(looked.rejection.code);
  if (!arrivals.mayAddGuest()) return back('too_fast');
  const signedIn = await auth.signInGuest(name, request.headers);
  if (!signedIn.ok) return back(signedIn.rejection.code);
  const person = await auth.currentPerson(new Headers({ cookie: pairsOf(signedIn.cookies) }));
  if (person === null) return back('unavailable');
  const accepted = await invitations.accept(token, person, address);
  const answer = accepted.ok ? lead(`/debates/${accepted.debateId}`) : back(accepted.rejection.code);
  for (const cookie of signedIn.cookies) answer.headers.append('set-cookie', cookie);
  return answer;
}

/** Cookies that are being set, as a browser sends them back. */
function pairsOf(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(';')[0] ?? '').join('; ');
}

function lead(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
