import { parley } from '../../../server/handle.ts';
import { refused } from '../../../server/http/refused.ts';

/**
 * Ends the mails whose link this is. Mail programs ask for it of themselves when their reader presses the button (RFC 8058): without a
 * page, a cookie or an origin. What the link has in it is all that is needed, and all that it can do.
 */
export async function POST(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const done = await parley().noteSettings.unsubscribe(searchParams.get('token') ?? '');
  if (!done) return refused('code_wrong');
  const isPage = request.headers.get('accept')?.includes('text/html');
  return isPage
    ? leadTo('/unsubscribe?done=yes')
    : new Response('Done.\n', { headers: { 'content-type': 'text/plain' } });
}

/** Somebody opened the link: they are asked, since programs that look through mails open links too. */
export function GET(request: Request): Response {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  return leadTo(`/unsubscribe?token=${encodeURIComponent(token)}`);
}

function leadTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
