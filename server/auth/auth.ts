import { Auth, type AuthConfig } from '@auth/core';
import { decode } from '@auth/core/jwt';
import type { Rejection } from '../../domain/debate/rejections.ts';
import { authConfig, cookieName } from './auth-config.ts';
import { guestName } from './guest-name.ts';
import type { People, SignedIn } from './people.ts';

/** What a guest's sign-in came to: the cookie to set, or why not. */
export type GuestSignIn =
  | { readonly ok: true; readonly cookie: string }
  | { readonly ok: false; readonly rejection: Rejection };

/** Signing in and recognising people, for pages, routes and sockets alike. */
export class Authentication {
  readonly #people: People;
  readonly #config: AuthConfig;
  readonly #secret: string;
  readonly #cookie: string;
  readonly #ended: (personId: string) => void;
  #endings = 0;

  /** `ended` hears of people whose sign-ins have just been ended. */
  constructor(people: People, secret: string, secure: boolean, ended: (personId: string) => void) {
    this.#people = people;
    this.#secret = secret;
    this.#config = authConfig(people, secret, secure);
    this.#cookie = cookieName(secure);
    this.#ended = ended;
  }

  /** How often sign-ins were ended so far: while it stays the same, who was recognised still is. */
  get endings(): number {
    return this.#endings;
  }

  /** Answers a request of @auth/core's own routes. */
  handle(request: Request): Promise<Response> {
    return Auth(request, this.#config);
  }

  /** Who sends these headers; null for nobody known. Fails (rather than answering null) when the database is away. */
  async currentPerson(headers: Headers): Promise<SignedIn | null> {
    const token = readCookie(headers.get('cookie') ?? '', this.#cookie);
    if (token === null) return null;
    const claims = await decode({ token, secret: this.#secret, salt: this.#cookie }).catch(() => null);
    if (typeof claims?.sub !== 'string' || typeof claims.epoch !== 'number') return null;
    return this.#people.find(claims.sub, claims.epoch);
  }

  /** Signs a guest in under a name. */
  async signInGuest(name: string, origin: string): Promise<GuestSignIn> {
    const checked = guestName(name);
    if (!checked.ok) return checked;
    const request = new Request(`${origin}/api/auth/callback/guest`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ name: checked.name }),
    });
    const response = await this.handle(request);
    // On a fault inside, @auth/core redirects to its error page: only the cookie says that it went well.
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith(`${this.#cookie}=`));
    if (cookie === undefined) throw new Error('Guest sign-in failed');
    return { ok: true, cookie };
  }

  /** Ends all sign-ins of a person, on pages and sockets; answers the cookie that clears this browser's. */
  async signOut(person: SignedIn): Promise<string> {
    await this.#people.endSignIns(person.id);
    this.#endings += 1;
    this.#ended(person.id);
    const secure = this.#cookie.startsWith('__Host-') ? '; Secure' : '';
    return `${this.#cookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure}`;
  }
}

function readCookie(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=') || null;
  }
  return null;
}
