import { decode, encode } from '@auth/core/jwt';
import { readCookie } from '../http/read-cookie.ts';
import type { AuthSecrets } from './auth-secret.ts';
import { SIGN_IN_SECONDS } from './sign-ins.ts';

/** The cookie's name: it is also the salt of its key, and `__Host-` needs https. */
export function signInCookieName(secure: boolean): string {
  return secure ? '__Host-parley-sign-in' : 'parley-sign-in';
}

/** The cookie with a browser's sign-in: its id, sealed so that it can't be forged. */
export class SignInCookie {
  readonly name: string;
  readonly #secrets: string[];
  readonly #secure: boolean;

  /** `secure`: the site is served over https, and the cookie bound to its host. */
  constructor(secrets: AuthSecrets, secure: boolean) {
    this.#secrets = [...secrets];
    this.#secure = secure;
    this.name = signInCookieName(secure);
  }

  /** The line that sets it. */
  async set(signInId: string): Promise<string> {
    const sealed = { secret: this.#secrets, salt: this.name, maxAge: SIGN_IN_SECONDS };
    const token = await encode({ ...sealed, token: { sid: signInId } });
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
    const claims = await decode({ token, secret: this.#secrets, salt: this.name }).catch(() => null);
    return typeof claims?.sid === 'string' ? claims.sid : null;
  }

  #line(value: string, seconds: number): string {
    const secure = this.#secure ? '; Secure' : '';
    return `${this.name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
  }
}
