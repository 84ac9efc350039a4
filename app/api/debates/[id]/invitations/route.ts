import { parley } from '#server/handle.ts';
import { refusalResponse, validationError } from '#server/http/answers/refusal-response.ts';
import { readFields } from '#server/http/requests/read-fields.ts';
import { authenticateRequest } from '#server/routes/authenticate-request.ts';
import { invitationSchema } from '#server/services/invitations/invitation-input.ts';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** Returns a debate's invitations to people who may invite: valid links and codes, and the status of the emailed ones. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { invitations, mailInvitations } = parley();
  const person = await authenticateRequest(request, 'moderate');
  if (person instanceof Response) return person;
  const { id } = await params;
  const listed = await invitations.list(id, person);
  if (!listed.ok) return refusalResponse(listed.rejection);
  const mailed = await mailInvitations.list(id, person);
  if (!mailed.ok) return refusalResponse(mailed.rejection);
  const answer = { ...listed, ...mailed, mayMail: person.kind === 'account' };
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}

/** Creates an invitation, or sends some by email. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { invitations, mailInvitations, linkSite } = parley();
  const person = await authenticateRequest(request, 'moderate');
  if (person instanceof Response) return person;
  const fields = await readFields(request);
  if (typeof fields === 'string') return refusalResponse(fields);
  const input = invitationSchema.safeParse(fields);
  if (!input.success) return validationError(input.error);
  const { id } = await params;
  const made =
    input.data.kind === 'mail'
      ? await mailInvitations.send(id, person, input.data, linkSite(request.headers))
      : await invitations.make(id, person, input.data);
  return made.ok ? Response.json(made, { status: 201 }) : refusalResponse(made.rejection);
}
