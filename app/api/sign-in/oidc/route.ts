import { parley } from '../../../../server/handle.ts';
import { ownPath } from '../../../../server/http/own-path.ts';
import { refused } from '../../../../server/http/refused.ts';

/** Leads to the OpenID Connect provider. By a link, as the policy of our pages lets no form lead to another site. */
export async function GET(request: Request): Promise<Response> {
  const { auth, siteOf } = parley();
  const site = siteOf(request.headers);
  if (site === null || auth.oidcName === null) return refused('not_allowed');
  const asked = new URL(request.url).searchParams;
  return auth.startOidc(request.headers, site, ownPath(asked.get('returnTo')), asked.get('again') === 'yes');
}
