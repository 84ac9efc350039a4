import { parley } from '../../../../server/handle.ts';
import { ownPath } from '../../../../server/http/own-path.ts';
import { refused } from '../../../../server/http/refused.ts';

/** Leads to the OpenID Connect provider. By a link, as the policy of our pages lets no form lead to another site. */
export async function GET(request: Request): Promise<Response> {
  const { auth, siteOf } = parley();
  const site = siteOf(request.headers);
  if (site === null || auth.oidcName === null) return refused('not_allowed');
  const returnTo = new URL(request.url).searchParams.get('returnTo');
  return auth.startOidc(request.headers, site, ownPath(returnTo));
}
