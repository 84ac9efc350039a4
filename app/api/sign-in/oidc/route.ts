import { parley } from '#server/handle.ts';
import { refusalResponse } from '#server/http/answers/refusal-response.ts';
import { safeRedirectPath } from '#server/http/answers/safe-redirect-path.ts';

/**
 * Redirects to an OpenID Connect provider, by its id, otherwise to the only or first one. With a link, because our pages' policy lets no
 * form lead to another site.
 */
export async function GET(request: Request): Promise<Response> {
  // Another site's page must not start a sign-in, possibly as someone else: people press the button themselves.
  if (request.headers.get('sec-fetch-site') === 'cross-site')
    return new Response(null, {
      status: 303,
      headers: { location: '/sign-in', 'cache-control': 'no-store' },
    });
  const { auth, siteOf } = parley();
  const site = siteOf(request.headers);
  const asked = new URL(request.url).searchParams;
  const id = asked.get('provider') ?? auth.oidcProviders[0]?.id;
  if (site === null || id === undefined) return refusalResponse('not_allowed');
  const isAgain = asked.get('again') === 'yes';
  return auth.startOidc(id, request.headers, site, safeRedirectPath(asked.get('returnTo')), isAgain);
}
