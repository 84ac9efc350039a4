import { parley } from '../../../../../server/handle.ts';
import { readFields } from '../../../../../server/http/read-fields.ts';
import { refused } from '../../../../../server/http/refused.ts';
import { invitationSchema } from '../../../../../server/use-cases/invitation-input.ts';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** The invitations to a debate that hold, for those who invite. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { auth, invitations } = parley();
  const listed = await invitations.list((await params).id, await auth.currentPerson(request.headers));
  return listed.ok
    ? Response.json(listed, { headers: { 'cache-control': 'no-store' } })
    : refused(listed.rejection);
}

/** Makes an invitation. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { auth, invitations, isSameOrigin } = parley();
  if (!isSameOrigin(request)) return refused('not_allowed');
  const person = await auth.currentPerson(request.headers);
  const fields = await readFields(request);
  if (typeof fields === 'string') return refused(fields);
  const input = invitationSchema.safeParse(fields);
  if (!input.success) return refused('invalid');
  const made = await invitations.make((await params).id, person, input.data);
  return made.ok ? Response.json(made, { status: 201 }) : refused(made.rejection);
}
