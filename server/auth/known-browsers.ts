import { createHmac, timingSafeEqual } from 'node:crypto';
import { readCookie } from './read-cookie.ts';

/** Seconds a browser is remembered. */
export const REMEMBERED = 365 * 24 * 60 * 60;

/** What the cookie is called. */
export function knownBrowserCookieName(secure: boolean): string {
  return `${secure ? '__Host-' : ''}parley-known-browser`;
}

/**
 * Browsers that were signed in to an account before. They keep a cookie that says so, which signs nobody in: it only
 * keeps strangers who guess at that account from standing in its owner's way.
 */
export class KnownBrowsers {
  readonly #name: string;
  readonly #secret: string;
  readonly #secure: boolean;

  constructor(secret: string, secure: boolean) {
    this.#secret = secret;
    this.#secure = secure;
    this.#name = knownBrowserCookieName(secure);
  }

  /** The line that sets the cookie. */
  remember(userId: string): string {
    return this.#line(`${userId}.${this.#sign(userId)}`, REMEMBERED);
  }

  /** The line that clears it. */
  forget(): string {
    return this.#line('', 0);
  }

  /** Whether this browser was signed in to this account. */
  knows(headers: Headers, userId: string): boolean {
    const [id, signature = ''] = (readCookie(headers, this.#name) ?? '').split('.');
    const [given, own] = [Buffer.from(signature), Buffer.from(this.#sign(userId))];
    return id === userId && given.length === own.length && timingSafeEqual(given, own);
  }

  #line(value: string, seconds: number): string {
    const secure = this.#secure ? '; Secure' : '';
    return `${this.#name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
  }

  #sign(userId: string): string {
    return createHmac('sha256', this.#secret).update(`known browser ${userId}`).digest('base64url');
  }
}
