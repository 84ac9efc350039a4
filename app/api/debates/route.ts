import { parley } from '../../../server/handle.ts';
import { readFields } from '../../../server/http/read-fields.ts';
import { refused } from '../../../server/http/refused.ts';
import { newDebateSchema } from '../../../server/use-cases/new-debate.ts';

/** Makes a debate. */
export async function POST(request: Request): Promise<Response> {
  const { auth, debates, arrivals, isSameOrigin } = parley();
  if (!isSameOrigin(request)) return refused('not_allowed');
  const person = await auth.currentPerson(request.headers);
  if (person === null) return refused('not_signed_in');
  const fields = await readFields(request);
  if (typeof fields === 'string') return refused(fields);
  const input = newDebateSchema.safeParse(fields);
  if (!input.success) return refused('invalid');
  if (!arrivals.mayMakeDebate(person.id)) return refused('too_fast');
  const created = await debates.create(person, input.data);
  return created.ok ? Response.json(created, { status: 201 }) : refused(created.rejection);
}
