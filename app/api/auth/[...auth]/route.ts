import { isClosedRoute } from '#server/auth/closed-routes.ts';
import { parley } from '#server/handle.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';

/** Routes of @auth/core. Requests that change something must come from this site's own pages. */
async function handle(request: Request): Promise<Response> {
  const { auth, isSameOrigin, siteOf } = parley();
  const site = siteOf(request.headers);
  const isOwn = request.method === 'GET' || isSameOrigin(request);
  if (!isOwn || site === null) return refusalResponse('not_allowed');
  if (isClosedRoute(new URL(request.url).pathname)) return refusalResponse('route_not_found');
  return auth.handle(request, site);
}

export { handle as GET, handle as POST };
