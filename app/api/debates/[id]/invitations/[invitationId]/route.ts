import { parley } from '#server/handle.ts';
import { refusalResponse, validationError } from '#server/http/answers/refusal-response.ts';
import { readFields } from '#server/http/requests/read-fields.ts';
import { authenticateRequest } from '#server/routes/authenticate-request.ts';
import { invitationActionSchema } from '#server/services/invitations/invitation-input.ts';

interface Context {
  readonly params: Promise<{ id: string; invitationId: string }>;
}

/** Revokes an invitation, or renews it: with another code or link, or another email. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { invitations, mailInvitations, linkSite } = parley();
  const person = await authenticateRequest(request, 'moderate');
  if (person instanceof Response) return person;
  const fields = await readFields(request);
  if (typeof fields === 'string') return refusalResponse(fields);
  const input = invitationActionSchema.safeParse(fields);
  if (!input.success) return validationError(input.error);
  const { id, invitationId } = await params;
  const isMail = await mailInvitations.isOne(id, invitationId);
  const done =
    input.data.action === 'renew' && isMail
      ? await mailInvitations.sendAgain(id, person, invitationId, linkSite(request.headers))
      : await invitations[input.data.action](id, person, invitationId);
  return done.ok ? Response.json(done) : refusalResponse(done.rejection);
}
