import { decode, encode } from '@auth/core/jwt';
import { readCookie } from '../../http/requests/read-cookie.ts';
import type { AuthSecrets } from '../secrets/auth-secret.ts';
import { SIGN_IN_SECONDS } from './sign-ins.ts';

/** Opened cookies remembered, the most recent ones: more than those of a lecture hall. */
const REMEMBERED = 5_000;

interface Opened {
  readonly signInId: string;
  /** When the cookie expires, in seconds since 1970. */
  readonly ends: number;
}

/** The cookie's name: it is also the salt of its key, and `__Host-` needs https. */
export function signInCookieName(secure: boolean): string {
  return secure ? '__Host-parley-sign-in' : 'parley-sign-in';
}

/**
 * The cookie with a browser's sign-in: its id, sealed so that it can't be forged. Opening one takes half a millisecond, as long as the rest
 * of a handshake, so the cookies opened or made last are remembered; whether the sign-in still holds is looked up each time.
 */
export class SignInCookie {
  readonly name: string;
  readonly #secrets: string[];
  readonly #secure: boolean;
  readonly #opened = new Map<string, Opened>();

  readonly #now: () => number;

  /** `secure`: the site is served over https, and the cookie bound to its host. `now`: milliseconds since 1970. */
  constructor(secrets: AuthSecrets, secure: boolean, now = Date.now) {
    this.#now = now;
    this.#secrets = [...secrets];
    this.#secure = secure;
    this.name = signInCookieName(secure);
  }

  /** The line that sets it. */
  async set(signInId: string): Promise<string> {
    const sealed = { secret: this.#secrets, salt: this.name, maxAge: SIGN_IN_SECONDS };
    const token = await encode({ ...sealed, token: { sid: signInId } });
    this.#remember(token, { signInId, ends: this.#now() / 1_000 + SIGN_IN_SECONDS });
    return this.#line(token, SIGN_IN_SECONDS);
  }

  /** The line that clears it. */
  clear(): string {
    return this.#line('', 0);
  }

  /** The sign-in in a request; `null` if there is none, or one we have not issued. */
  async read(headers: Headers): Promise<string | null> {
    const token = readCookie(headers, this.name);
    if (token === null) return null;
    const opened = this.#opened.get(token);
    if (opened && opened.ends > this.#now() / 1_000) return opened.signInId;
    const claims = await decode({ token, secret: this.#secrets, salt: this.name }).catch(() => null);
    if (typeof claims?.sid !== 'string' || claims.exp === undefined) return null;
    this.#remember(token, { signInId: claims.sid, ends: claims.exp });
    return claims.sid;
  }

  #remember(token: string, opened: Opened): void {
    this.#opened.delete(token);
    this.#opened.set(token, opened);
    const [oldest] = this.#opened.keys();
    if (this.#opened.size > REMEMBERED && oldest !== undefined) this.#opened.delete(oldest);
  }

  #line(value: string, seconds: number): string {
    const secure = this.#secure ? '; Secure' : '';
    return `${this.name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
  }
}
