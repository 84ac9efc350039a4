import { parley } from '../../../../../../../server/handle.ts';
import { readFields } from '../../../../../../../server/http/read-fields.ts';
import { refused, validationError } from '../../../../../../../server/http/refused.ts';
import { askedBy } from '../../../../../../../server/routes/asked-by.ts';
import { bringSchema } from '../../../../../../../server/services/groups/group-input.ts';

/** Promotes claims of a small group to its plenary. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string; groupDebateId: string }> },
): Promise<Response> {
  const { groups, limits } = parley();
  const person = await askedBy(request, 'moderate');
  if (person instanceof Response) return person;
  const fields = await readFields(request);
  if (typeof fields === 'string') return refused(fields);
  const input = bringSchema.safeParse(fields);
  if (!input.success) return validationError(input.error);
  const { id, groupDebateId } = await params;
  if (!limits.take('operations', person.id, input.data.claims.length, id)) return refused('too_fast');
  const brought = await groups.bring(id, groupDebateId, person, input.data.claims);
  return brought.ok ? Response.json(brought) : refused(brought.rejection);
}
