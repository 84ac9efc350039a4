import { parley } from '#server/handle.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';
import { readFields } from '#server/http/requests/read-fields.ts';
import { leadOn } from '#server/routes/form-route.ts';

/**
 * Ends the emails to which this link belongs. Mail programs request it by themselves when the reader presses their button (RFC 8058):
 * without a page, a cookie or an origin. The link contains everything needed, and can do nothing else.
 */
export async function POST(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const done = await parley().notificationSettings.unsubscribe(searchParams.get('token') ?? '');
  const sent = await readFields(request);
  // From our page, by hand. Mail programs get no redirect: the standard does not let them follow one.
  if (typeof sent !== 'string' && sent.page === 'yes')
    return leadOn(request.headers, `/unsubscribe?done=${done ? 'yes' : 'no'}`);
  if (!done) return refusalResponse('code_wrong');
  return new Response('Done.\n', { headers: { 'content-type': 'text/plain' } });
}

/** Opening the link only asks for confirmation, because programs that scan emails open links too. */
export function GET(request: Request): Response {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  return leadOn(new Headers(), `/unsubscribe?token=${encodeURIComponent(token)}`);
}
