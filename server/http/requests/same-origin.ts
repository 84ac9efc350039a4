import { isIP } from 'node:net';
import { hostname } from 'node:os';

/**
 * True if a request that changes something, or opens a socket, is from this site's own pages. With `APP_URL` set: exactly that origin.
 * Without (the embedded default): the address the request itself was sent to, if that is an address of this machine: an IP address,
 * localhost, or its name on the local network. A foreign name that was made to point here (DNS rebinding) is none of these.
 */
export function isSameOrigin(origin: string | null, host: string | null, appUrl: string | null): boolean {
  if (origin === null || host === null || !URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (appUrl !== null) return from.origin === appUrl;
  return from.host === host && isLocalName(from.hostname);
}

/**
 * The address people use, for links and redirects: `APP_URL`, otherwise the one this request was sent to, if that is an address of this
 * machine; `null` if it isn't.
 */
export function siteOf(host: string | null, appUrl: string | null): string | null {
  if (appUrl !== null) return appUrl;
  const asked = `http://${host ?? ''}`;
  return URL.canParse(asked) && isLocalName(new URL(asked).hostname) ? new URL(asked).origin : null;
}

function isLocalName(name: string): boolean {
  const bare = name.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0 || bare === 'localhost') return true;
  const own = hostname().toLowerCase();
  return bare === own || bare === `${own}.local`;
}
