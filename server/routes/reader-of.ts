import type { SignedIn } from '../auth/sign-in/sign-ins.ts';
import { parley } from '../handle.ts';
import { refusalResponse } from '../http/answers/refusal-response.ts';

/** The reader, who may be anonymous; or an answer that refuses. A program's token is accepted if it may read. */
export async function readerOf(request: Request): Promise<SignedIn | null | Response> {
  const person = await parley().auth.whoAsks(request.headers, 'read');
  if (person === 'not_allowed') return refusalResponse(person);
  if (person === null && request.headers.has('authorization')) return refusalResponse('not_signed_in');
  return person;
}
