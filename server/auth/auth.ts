import { Auth } from '@auth/core';
import type { Rejection } from '../../domain/debate/rejections.ts';
import { refused } from '../http/refused.ts';
import type { AccessTokens } from './access-tokens.ts';
import { authConfig, type OidcClaims, type OidcSettings } from './auth-config.ts';
import type { AuthSecrets } from './auth-secret.ts';
import { browserLabel } from './browser-label.ts';
import { guestName } from './guest-name.ts';
import type { KnownBrowsers } from './known-browsers.ts';
import { mailAddress } from './mail-address.ts';
import type { Pending, PendingSignIn } from './pending-sign-in.ts';
import type { People } from './people.ts';
import { PersonGone } from './person-gone.ts';
import { allows, type Scope } from './scopes.ts';
import type { SecondFactors } from './second-factors.ts';
import type { SignInCookie } from './sign-in-cookie.ts';
import type { SignedIn, SignInMethod, SignIns } from './sign-ins.ts';

/** What a guest's sign-in came to: the cookies to set, or why not. */
export type GuestSignIn =
  | { readonly ok: true; readonly cookies: readonly string[] }
  | { readonly ok: false; readonly rejection: Rejection };

/** What has ended: one sign-in, or all of a person. */
export type Ended = { readonly signInId: string } | { readonly personId: string };

/** Where a browser goes on to, and the cookies it gets. */
export interface Entered {
  readonly to: string;
  readonly cookies: readonly string[];
}

export interface AuthenticationParts {
  readonly people: People;
  readonly signIns: SignIns;
  readonly tokens: AccessTokens;
  readonly cookie: SignInCookie;
  readonly knownBrowsers: KnownBrowsers;
  readonly pending: PendingSignIn;
  readonly secondFactors: SecondFactors;
  readonly secrets: AuthSecrets;
  readonly secure: boolean;
  readonly oidc: OidcSettings | null;
  /** Hears of sign-ins that have just been ended. */
  readonly ended: (ended: Ended) => void;
}

/** Where the provider sends people back to. */
const OIDC_CALLBACK = '/api/auth/callback/oidc';
/** Where the second factor is asked for. */
const SECOND_FACTOR = '/sign-in/second';
/** Those of @auth/core's own routes that are served; the others have no use here. */
const SERVED = ['/api/auth/callback/guest', OIDC_CALLBACK];

/** Signing in and out and recognising people, for pages, routes and sockets alike. */
export class Authentication {
  readonly #parts: AuthenticationParts;
  #endings = 0;

  constructor(parts: AuthenticationParts) {
    this.#parts = parts;
  }

  /** How often sign-ins were ended so far: while it stays the same, who was recognised still is. */
  get endings(): number {
    return this.#endings;
  }

  /** What the OpenID Connect provider is called; null where there is none. */
  get oidcName(): string | null {
    return this.#parts.oidc?.name ?? null;
  }

  /** Answers a request of @auth/core's own routes; `site` is the address people use. */
  async handle(request: Request, site: string): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    if (!SERVED.includes(pathname)) return refused('nothing_there');
    const asked = new Request(`${site}${pathname}${search}`, request);
    let waiting: string | null = null;
    const awaitSecondFactor = (userId: string) => {
      waiting = userId;
    };
    const answer = await Auth(asked, this.#config(request.headers, awaitSecondFactor));
    return waiting === null ? answer : this.#leadToSecondFactor(answer, waiting, site);
  }

  /** Sends a browser to the OpenID Connect provider, and from there back to a page of this site. `again`: the provider asks who they are even where it knows. */
  async startOidc(headers: Headers, site: string, returnTo: string, again = false): Promise<Response> {
    const request = new Request(`${site}/api/auth/signin/oidc${again ? '?prompt=login' : ''}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: headers.get('cookie') ?? '' },
      body: new URLSearchParams({ callbackUrl: `${site}${returnTo}` }),
    });
    return Auth(
      request,
      this.#config(headers, () => undefined),
    );
  }

  /** Whose browser sends these headers; null for nobody known. Fails (rather than answering null) when the database is away. */
  async currentPerson(headers: Headers): Promise<SignedIn | null> {
    const id = await this.#parts.cookie.read(headers);
    return id === null ? null : this.#parts.signIns.recognise({ id });
  }

  /**
   * Who asks for something that needs `scope`: a program by its token, which stands in `authorization`, or a person by
   * their browser. Null for nobody known; `not_allowed` for a token that is not for this.
   */
  async whoAsks(headers: Headers, scope: Scope): Promise<SignedIn | 'not_allowed' | null> {
    const authorization = headers.get('authorization');
    if (authorization === null) return this.currentPerson(headers);
    const person = await this.#parts.tokens.recognise(authorization.replace(/^Bearer +/i, ''));
    return person === null || allows(person, scope) ? person : 'not_allowed';
  }

  /**
   * Signs a browser in by a first factor, on its way to a page. Who has a second factor is led to the page that asks for it, unless
   * they are signed in here already.
   */
  async passFirstFactor(
    userId: string,
    method: SignInMethod,
    headers: Headers,
    to: string,
  ): Promise<Entered> {
    if (!(await this.#mustGiveSecondFactor(userId, headers)))
      return { to, cookies: await this.signIn(userId, method, headers) };
    return { to: SECOND_FACTOR, cookies: [await this.#pendingCookie(userId, method, to)] };
  }

  /** Who has given the first factor at this browser and not the second; null for nobody. */
  async pendingOf(headers: Headers): Promise<Pending | null> {
    const pending = this.#parts.pending.read(headers);
    if (pending === null) return null;
    const epoch = await this.#parts.signIns.epochOf(pending.userId).catch((error: unknown) => {
      if (error instanceof PersonGone) return null;
      throw error;
    });
    return epoch === pending.epoch ? pending : null;
  }

  /** Signs a browser in whose person has given all factors. */
  async passSecondFactor(
    { userId, method, to }: Pick<Pending, 'userId' | 'method' | 'to'>,
    headers: Headers,
  ): Promise<Entered> {
    const cookies = await this.signIn(userId, method, headers);
    return { to, cookies: [...cookies, this.#parts.pending.clear()] };
  }

  /** Signs a browser in without asking for more, in place of who was signed in there before; the cookies to set. */
  async signIn(userId: string, method: SignInMethod, headers: Headers): Promise<string[]> {
    const { cookie, knownBrowsers } = this.#parts;
    const signInId = await this.#start(userId, method, headers);
    const cookies = [await cookie.set(signInId)];
    return method === 'guest' ? cookies : [...cookies, knownBrowsers.remember(userId)];
  }

  /** Signs a guest in under a name. */
  async signInGuest(name: string, headers: Headers): Promise<GuestSignIn> {
    const checked = guestName(name);
    if (!checked.ok) return checked;
    const userId = await this.#parts.people.create({ name: checked.name });
    return { ok: true, cookies: await this.signIn(userId, 'guest', headers) };
  }

  /** Ends the sign-in somebody was recognised by, on pages and sockets; answers the cookie that clears this browser's. */
  async signOut(person: SignedIn): Promise<string> {
    await this.end(person.id, person.signInId);
    return this.#parts.cookie.clear();
  }

  /** The cookies that clear from a browser who it was signed in as, and before. */
  forgetBrowser(): string[] {
    const { cookie, knownBrowsers, pending } = this.#parts;
    return [cookie.clear(), knownBrowsers.forget(), pending.clear()];
  }

  /** Ends a sign-in or token of a person, on pages and sockets. */
  async end(personId: string, signInId: string): Promise<void> {
    if (await this.#parts.signIns.end(personId, signInId)) this.#tell({ signInId });
  }

  /** Ends all sign-ins and tokens of a person, on pages and sockets. */
  async endAll(personId: string): Promise<void> {
    await this.#parts.signIns.endAll(personId);
    this.#tell({ personId });
  }

  #tell(ended: Ended): void {
    this.#endings += 1;
    this.#parts.ended(ended);
  }

  async #start(userId: string, method: SignInMethod, headers: Headers): Promise<string> {
    const before = await this.currentPerson(headers);
    const id = await this.#parts.signIns.start(userId, method, browserLabel(headers.get('user-agent')));
    if (before !== null) await this.end(before.id, before.signInId);
    return id;
  }

  async #mustGiveSecondFactor(userId: string, headers: Headers): Promise<boolean> {
    const current = await this.currentPerson(headers);
    return current?.id !== userId && (await this.#parts.secondFactors.isOn(userId));
  }

  async #pendingCookie(userId: string, method: SignInMethod, to: string): Promise<string> {
    const epoch = await this.#parts.signIns.epochOf(userId);
    return this.#parts.pending.set({ userId, epoch, method, to });
  }

  /** Takes the sign-in out of the answer of @auth/core, which knows no second factor, and leads to the page that asks for it. */
  async #leadToSecondFactor(answer: Response, userId: string, site: string): Promise<Response> {
    const { name } = this.#parts.cookie;
    const headers = new Headers(answer.headers);
    headers.delete('set-cookie');
    for (const line of answer.headers.getSetCookie())
      if (!line.startsWith(`${name}=`) && !line.startsWith(`${name}.`)) headers.append('set-cookie', line);
    const to = new URL(answer.headers.get('location') ?? '/', site);
    headers.append('set-cookie', await this.#pendingCookie(userId, 'oidc', `${to.pathname}${to.search}`));
    headers.set('location', `${site}${SECOND_FACTOR}`);
    return new Response(null, { status: answer.status, headers });
  }

  #config(headers: Headers, awaitSecondFactor: (userId: string) => void): ReturnType<typeof authConfig> {
    const { people, secrets, secure, cookie, oidc } = this.#parts;
    return authConfig({
      secrets,
      secure,
      cookieName: cookie.name,
      oidc,
      createGuest: (name) => people.create({ name }),
      personOf: async (claims) => this.#personOf(claims, await this.currentPerson(headers)),
      start: async (userId, method) => {
        if (!(await this.#mustGiveSecondFactor(userId, headers))) return this.#start(userId, method, headers);
        awaitSecondFactor(userId);
        return '';
      },
    });
  }

  /**
   * Who somebody is whom the provider vouches for: known from before, or by their confirmed mail address, or the guest at
   * this browser, who keeps all they did, or somebody new.
   */
  async #personOf({ subject, name, email }: OidcClaims, current: SignedIn | null): Promise<string> {
    const { people } = this.#parts;
    const known = await people.find({ oidcSubject: subject });
    if (known !== null) return known.id;
    const address = email === null ? null : mailAddress(email);
    const confirmed = address?.ok ? address.email : null;
    const owner = confirmed === null ? null : await people.find({ email: confirmed });
    const existing = owner ?? (current?.kind === 'guest' ? await people.find({ id: current.id }) : null);
    if (existing !== null && existing.oidcSubject === null) {
      const mail = existing.email ?? confirmed;
      await people.change(existing.id, { oidcSubject: subject, email: mail });
      return existing.id;
    }
    const called = guestName(name);
    const mail = owner === null && confirmed !== null ? { email: confirmed } : {};
    return people.create({ name: called.ok ? called.name : NAMELESS, oidcSubject: subject, ...mail });
  }
}

/** Called so where the provider tells no name that can be used; they may change it. */
const NAMELESS = '…';
