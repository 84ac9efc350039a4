import { parley } from '#server/handle.ts';
import { refusalResponse, validationError } from '#server/http/answers/refusal-response.ts';
import { readFields } from '#server/http/requests/read-fields.ts';
import { authenticateRequest } from '#server/routes/authenticate-request.ts';
import { groupsSchema } from '#server/services/groups/group-input.ts';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** Returns the debates from which groups can be made, in addition to their plenary. */
export async function GET(request: Request): Promise<Response> {
  const person = await authenticateRequest(request, 'moderate');
  if (person instanceof Response) return person;
  const templates = (await parley().debateLists.templates(person)).map(({ id, title }) => ({ id, title }));
  return Response.json({ ok: true, templates }, { headers: { 'cache-control': 'no-store' } });
}

/** Forms small groups of a debate. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { groups, limits } = parley();
  const person = await authenticateRequest(request, 'moderate');
  if (person instanceof Response) return person;
  const fields = await readFields(request);
  if (typeof fields === 'string') return refusalResponse(fields);
  const input = groupsSchema.safeParse(fields);
  if (!input.success) return validationError(input.error);
  // One debate for each, with a copy of all claims.
  if (!limits.take('groups', person.id, input.data.groups.length)) return refusalResponse('too_fast');
  const formed = await groups.form((await params).id, person, input.data);
  return formed.ok ? Response.json(formed, { status: 201 }) : refusalResponse(formed.rejection);
}
