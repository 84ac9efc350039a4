import { parley } from '../handle.ts';
import { refusalResponse } from '../http/answers/refusal-response.ts';
import type { DebateReading } from '../services/debates/debates.ts';
import { readerOf } from './reader-of.ts';

/** A debate as the caller may read it, by a token, a page's sign-in, or none if it is public; otherwise the refusal. */
export async function readByProgram(request: Request, debateId: string): Promise<DebateReading | Response> {
  const person = await readerOf(request);
  if (person instanceof Response) return person;
  const read = await parley().debates.read(debateId, person);
  return read.ok ? read : refusalResponse(read.rejection);
}
