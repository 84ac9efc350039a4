import { parley } from '../../../../../server/handle.ts';
import { refused } from '../../../../../server/http/refused.ts';

/** Clears a debate's board after a rehearsal. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { auth, debateEnds, isSameOrigin } = parley();
  if (!isSameOrigin(request)) return refused('not_allowed');
  const person = await auth.currentPerson(request.headers);
  if (person === null) return refused('not_signed_in');
  const cleared = await debateEnds.clear((await params).id, person);
  return cleared.ok ? Response.json(cleared) : refused(cleared.rejection);
}
