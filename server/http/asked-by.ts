import type { Scope } from '../auth/scopes.ts';
import type { SignedIn } from '../auth/sign-ins.ts';
import { parley } from '../handle.ts';
import { refused } from './refused.ts';

/**
 * Who asks a route for something that needs `scope`: a person at a page of this site, or a program that shows a token; else
 * the answer that refuses. Reading is asked for from anywhere, since no other site's page reads the answer.
 */
export async function askedBy(request: Request, scope: Scope): Promise<SignedIn | Response> {
  const { auth, isSameOrigin } = parley();
  // A token is never sent by a browser of itself, so nobody can be made to send it.
  const isOwn = request.method === 'GET' || request.headers.has('authorization') || isSameOrigin(request);
  if (!isOwn) return refused('not_allowed');
  const person = await auth.whoAsks(request.headers, scope);
  if (person === 'not_allowed') return refused(person);
  return person ?? refused('not_signed_in');
}
