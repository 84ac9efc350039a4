import { parley } from '../../../server/handle.ts';
import { ownPath } from '../../../server/http/own-path.ts';
import { readFields } from '../../../server/http/read-fields.ts';
import { refused } from '../../../server/http/refused.ts';

/** Signs a guest in under a name: JSON for scripts, a redirect back for plain forms. */
export async function POST(request: Request): Promise<Response> {
  const { auth, arrivals, isSameOrigin } = parley();
  if (!isSameOrigin(request)) return refused('not_allowed');
  const fields = await readFields(request);
  if (typeof fields === 'string') return refused(fields);
  if (typeof fields.name !== 'string') return refused('invalid');
  if (!arrivals.mayAddGuest()) return refused('too_fast');
  const signedIn = await auth.signInGuest(fields.name, new URL(request.url).origin);
  if (!signedIn.ok) return refused(signedIn.rejection);
  const response = isForm(request)
    ? new Response(null, { status: 303, headers: { location: ownPath(fields.returnTo) } })
    : Response.json({ ok: true });
  response.headers.set('set-cookie', signedIn.cookie);
  return response;
}

function isForm(request: Request): boolean {
  return !request.headers.get('content-type')?.startsWith('application/json');
}
