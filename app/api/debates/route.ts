import { parley } from '../../../server/handle.ts';
import { readFields } from '../../../server/http/read-fields.ts';
import { refused } from '../../../server/http/refused.ts';
import { newDebateSchema } from '../../../server/use-cases/new-debate.ts';

/** Makes a debate. */
export async function POST(request: Request): Promise<Response> {
  const { auth, debates, isSameOrigin } = parley();
  if (!isSameOrigin(request)) return refused('not_allowed', 403);
  const person = await auth.currentPerson(request.headers);
  if (person === null) return refused('not_signed_in', 401);
  const input = newDebateSchema.safeParse(await readFields(request));
  if (!input.success) return refused('invalid', 400);
  const created = await debates.create(person, input.data);
  return created.ok ? Response.json(created, { status: 201 }) : refused(created.rejection, 422);
}
