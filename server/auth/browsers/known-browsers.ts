import { createHmac, randomBytes } from 'node:crypto';
import { readCookie } from '../../http/requests/read-cookie.ts';
import type { AuthSecrets } from '../secrets/auth-secret.ts';
import { isSameText } from '../secrets/is-same-text.ts';

/** Seconds a browser is remembered. */
export const BROWSER_KNOWN_SECONDS = 365 * 24 * 60 * 60;

/** The name of the cookie. */
export function knownBrowserCookieName(secure: boolean): string {
  return `${secure ? '__Host-' : ''}parley-known-browser`;
}

/**
 * Browsers that were signed in to an account before. They keep a cookie that says so; it doesn't sign anyone in, but keeps strangers who
 * guess that account's password from locking its owner out. Each has a random id and is counted by it: an old browser in other hands
 * doesn't lock the owner out of the others.
 */
export class KnownBrowsers {
  readonly #name: string;
  readonly #secrets: AuthSecrets;
  readonly #secure: boolean;

  constructor(secrets: AuthSecrets, secure: boolean) {
    this.#secrets = secrets;
    this.#secure = secure;
    this.#name = knownBrowserCookieName(secure);
  }

  /** The line that sets the cookie. */
  remember(userId: string): string {
    const id = randomBytes(12).toString('base64url');
    return this.#line(`${userId}.${id}.${sign(this.#secrets[0], userId, id)}`, BROWSER_KNOWN_SECONDS);
  }

  /** The line that clears it. */
  forget(): string {
    return this.#line('', 0);
  }

  /**
   * The key by which this browser's attempts at this account are counted; `null` if it wasn't signed in to it before. Cookies of earlier
   * releases have no id: their browsers share the account's key.
   */
  keyOf(headers: Headers, userId: string): string | null {
    const [owner, ...rest] = (readCookie(headers, this.#name) ?? '').split('.');
    const signature = rest.pop() ?? '';
    const [id = ''] = rest;
    const isValid =
      owner === userId && this.#secrets.some((secret) => isSameText(signature, sign(secret, userId, id)));
    return isValid ? id || userId : null;
  }

  #line(value: string, seconds: number): string {
    const secure = this.#secure ? '; Secure' : '';
    return `${this.#name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
  }
}

function sign(secret: string, userId: string, id: string): string {
  const signed = id === '' ? userId : `${userId} ${id}`;
  return createHmac('sha256', secret).update(`known browser ${signed}`).digest('base64url');
}
