import { parley } from '#server/handle.ts';
import { refusalResponse, validationError } from '#server/http/answers/refusal-response.ts';
import { readFields } from '#server/http/requests/read-fields.ts';
import { authenticateRequest } from '#server/routes/authenticate-request.ts';
import { promotionSchema } from '#server/services/groups/group-input.ts';

/** Promotes claims of a small group to its plenary. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string; groupDebateId: string }> },
): Promise<Response> {
  const { groups, limits } = parley();
  const person = await authenticateRequest(request, 'moderate');
  if (person instanceof Response) return person;
  const fields = await readFields(request);
  if (typeof fields === 'string') return refusalResponse(fields);
  const input = promotionSchema.safeParse(fields);
  if (!input.success) return validationError(input.error);
  const { id, groupDebateId } = await params;
  const { claims } = input.data;
  const mayBring = () => limits.take('operations', person.id, claims.length, id);
  const brought = await groups.bring(id, groupDebateId, person, claims, mayBring);
  return brought.ok ? Response.json(brought) : refusalResponse(brought.rejection);
}
