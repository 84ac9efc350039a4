import { parley } from '#server/handle.ts';
import { refusalResponse, validationError } from '#server/http/answers/refusal-response.ts';
import { readFields } from '#server/http/requests/read-fields.ts';
import { notificationSettingsSchema } from '#server/services/notifications/notification-input.ts';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** Returns the caller's notification settings in a debate. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { auth, notificationSettings } = parley();
  const person = await auth.currentPerson(request.headers);
  if (person === null) return refusalResponse('not_signed_in');
  const read = await notificationSettings.inDebate((await params).id, person);
  return read.ok
    ? Response.json(read, { headers: { 'cache-control': 'no-store' } })
    : refusalResponse(read.rejection);
}

/** Changes the caller's notification settings in a debate: for all of it, or muting one branch. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { auth, notificationSettings, isSameOrigin } = parley();
  if (!isSameOrigin(request)) return refusalResponse('not_allowed');
  const person = await auth.currentPerson(request.headers);
  if (person === null) return refusalResponse('not_signed_in');
  const fields = await readFields(request);
  if (typeof fields === 'string') return refusalResponse(fields);
  const change = notificationSettingsSchema.safeParse(fields);
  if (!change.success) return validationError(change.error);
  const changed = await notificationSettings.change((await params).id, person, change.data);
  return changed.ok ? Response.json(changed) : refusalResponse(changed.rejection);
}
