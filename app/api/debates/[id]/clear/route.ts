import { parley } from '../../../../../server/handle.ts';
import { refused } from '../../../../../server/http/refused.ts';
import { askedBy } from '../../../../../server/routes/asked-by.ts';

/** Clears a debate's board after a rehearsal. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const person = await askedBy(request, 'moderate');
  if (person instanceof Response) return person;
  const { debateEnds, limits } = parley();
  const { id } = await params;
  const cleared = await debateEnds.clear(id, person, () => limits.take('clears', person.id, 1, id));
  return cleared.ok ? Response.json(cleared) : refused(cleared.rejection);
}
