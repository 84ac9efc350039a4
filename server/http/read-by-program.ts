import { parley } from '../handle.ts';
import type { DebateReading } from '../use-cases/debates.ts';
import { refused } from './refused.ts';

/** A debate as whoever asks may read it, by a token, a page's sign-in, or nothing where it is public; else the refusal. */
export async function readByProgram(request: Request, debateId: string): Promise<DebateReading | Response> {
  const { auth, debates } = parley();
  const person = await auth.whoAsks(request.headers, 'read');
  if (person === 'not_allowed') return refused(person);
  if (person === null && request.headers.has('authorization')) return refused('not_signed_in');
  const read = await debates.read(debateId, person);
  return read.ok ? read : refused(read.rejection);
}
