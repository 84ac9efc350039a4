import { createHmac } from 'node:crypto';
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
 * guess that account's password from locking its owner out.
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
    return this.#line(`${userId}.${sign(this.#secrets[0], userId)}`, BROWSER_KNOWN_SECONDS);
  }

  /** The line that clears it. */
  forget(): string {
    return this.#line('', 0);
  }

  /** True if this browser was signed in to this account before. */
  knows(headers: Headers, userId: string): boolean {
    const [id, signature = ''] = (readCookie(headers, this.#name) ?? '').split('.');
    return id === userId && this.#secrets.some((secret) => isSameText(signature, sign(secret, userId)));
  }

  #line(value: string, seconds: number): string {
    const secure = this.#secure ? '; Secure' : '';
    return `${this.#name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
  }
}

function sign(secret: string, userId: string): string {
  return createHmac('sha256', secret).update(`known browser ${userId}`).digest('base64url');
}
