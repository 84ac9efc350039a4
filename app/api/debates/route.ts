import { parley } from '#server/handle.ts';
import { refusalResponse, validationError } from '#server/http/answers/refusal-response.ts';
import { readFields } from '#server/http/requests/read-fields.ts';
import { authenticateRequest } from '#server/routes/authenticate-request.ts';
import { newDebateSchema } from '#server/services/debates/new-debate.ts';

/** Returns the debates that the caller may see: the public ones, and their own. */
export async function GET(request: Request): Promise<Response> {
  const { auth, debateLists } = parley();
  const person = await auth.whoAsks(request.headers, 'read');
  if (person === 'not_allowed') return refusalResponse(person);
  if (person === null && request.headers.has('authorization')) return refusalResponse('not_signed_in');
  const listed = await debateLists.list(person);
  return Response.json({ ok: true, debates: listed }, { headers: { 'cache-control': 'no-store' } });
}

/** Creates a debate, for a page of this site or a program with a token. */
export async function POST(request: Request): Promise<Response> {
  const { debates, limits } = parley();
  const person = await authenticateRequest(request, 'write');
  if (person instanceof Response) return person;
  const fields = await readFields(request);
  if (typeof fields === 'string') return refusalResponse(fields);
  const input = newDebateSchema.safeParse(fields);
  if (!input.success) return validationError(input.error);
  if (!limits.take('debates', person.id)) return refusalResponse('too_fast');
  const created = await debates.create(person, input.data);
  return created.ok ? Response.json(created, { status: 201 }) : refusalResponse(created.rejection);
}
