import { randomBytes } from 'node:crypto';
import { readCookie } from '../../http/requests/read-cookie.ts';

/** Seconds for which a browser remembers that it requested an email: as long as the longest-lived of these links is valid. */
export const ASKING_SECONDS = 24 * 60 * 60;

/** 32 bytes in base64url: a longer cookie, which anyone could make, would be kept as the key of a rate limit. */
const SECRET = /^[\w-]{43}$/;

/** The name of the cookie. */
export function askingBrowserCookieName(secure: boolean): string {
  return `${secure ? '__Host-' : ''}parley-asked-for-mail`;
}

/**
 * The secret in a cookie that identifies the browser which requested an email, when the email's link is opened or its code is typed. It
 * doesn't sign anyone in.
 */
export class AskingBrowser {
  readonly #name: string;
  readonly #secure: boolean;

  constructor(secure: boolean) {
    this.#name = askingBrowserCookieName(secure);
    this.#secure = secure;
  }

  /** The browser's secret; `null` if it hasn't requested an email lately. */
  read(headers: Headers): string | null {
    const secret = readCookie(headers, this.#name);
    return secret !== null && SECRET.test(secret) ? secret : null;
  }

  /** The secret of a browser that requests an email, its existing one or a new one, and the line that sets the cookie. */
  ask(headers: Headers): { readonly browser: string; readonly cookie: string } {
    const browser = this.read(headers) ?? randomBytes(32).toString('base64url');
    const secure = this.#secure ? '; Secure' : '';
    const cookie = `${this.#name}=${browser}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${ASKING_SECONDS}${secure}`;
    return { browser, cookie };
  }
}
