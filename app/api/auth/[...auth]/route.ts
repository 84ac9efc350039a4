import { isClosedRoute } from '../../../../server/auth/closed-routes.ts';
import { parley } from '../../../../server/handle.ts';

/** The routes of @auth/core. What changes something must come from this site's own pages. */
async function handle(request: Request): Promise<Response> {
  const { auth, isSameOrigin, siteOf } = parley();
  if (isClosedRoute(new URL(request.url).pathname)) return new Response(null, { status: 404 });
  const site = siteOf(request.headers);
  const isOwn = request.method === 'GET' || isSameOrigin(request);
  return isOwn && site !== null ? auth.handle(request, site) : new Response(null, { status: 403 });
}

export { handle as GET, handle as POST };
