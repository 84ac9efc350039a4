import type { Scope } from '../auth/sign-in/scopes.ts';
import type { SignedIn } from '../auth/sign-in/sign-ins.ts';
import { parley } from '../handle.ts';
import { refusalResponse } from '../http/answers/refusal-response.ts';

/**
 * The caller of a route that needs `scope`: a person at a page of this site, or a program with a token; otherwise the answer that refuses.
 * Reading is allowed from any origin, since another site's page can't read the answer.
 */
export async function authenticateRequest(request: Request, scope: Scope): Promise<SignedIn | Response> {
  const { auth, isSameOrigin } = parley();
  // Browsers never send a token on their own, so no request with one can be forged.
  const isOwn = request.method === 'GET' || request.headers.has('authorization') || isSameOrigin(request);
  if (!isOwn) return refusalResponse('not_allowed');
  const person = await auth.whoAsks(request.headers, scope);
  if (person === 'not_allowed') return refusalResponse(person);
  return person ?? refusalResponse('not_signed_in');
}
