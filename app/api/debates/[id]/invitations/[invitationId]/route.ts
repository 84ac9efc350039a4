import { parley } from '../../../../../../server/handle.ts';
import { readFields } from '../../../../../../server/http/read-fields.ts';
import { refused } from '../../../../../../server/http/refused.ts';
import { invitationDeedSchema } from '../../../../../../server/use-cases/invitation-input.ts';

interface Context {
  readonly params: Promise<{ id: string; invitationId: string }>;
}

/** Renews an invitation, or revokes it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { auth, invitations, isSameOrigin } = parley();
  if (!isSameOrigin(request)) return refused('not_allowed');
  const person = await auth.currentPerson(request.headers);
  const fields = await readFields(request);
  if (typeof fields === 'string') return refused(fields);
  const input = invitationDeedSchema.safeParse(fields);
  if (!input.success) return refused('invalid');
  const { id, invitationId } = await params;
  const done = await invitations[input.data.deed](id, person, invitationId);
  return done.ok ? Response.json(done) : refused(done.rejection);
}
