import { Auth } from '@auth/core';
import type { Refusal } from '../../domain/debate/engine/refusal.ts';
import type { Rejection } from '../../domain/debate/engine/rejections.ts';
import { noteRefusal } from '../handle.ts';
import { flashCookie } from '../http/answers/flash-message.ts';
import { refusalResponse } from '../http/answers/refusal-response.ts';
import { readCookie } from '../http/requests/read-cookie.ts';
import type { Logger } from '../logging/logger.ts';
import { authConfig } from './auth-config.ts';
import { browserLabel } from './browsers/browser-label.ts';
import type { KnownBrowsers } from './browsers/known-browsers.ts';
import type { OidcSettings } from './oidc/oidc-settings.ts';
import { ProviderAccounts } from './oidc/provider-accounts.ts';
import { guestName } from './people/guest-name.ts';
import type { AccountFacts, People } from './people/people.ts';
import { UserErasedError } from './people/user-erased-error.ts';
import type { SecondFactors } from './second-factor/second-factors.ts';
import type { AuthSecrets } from './secrets/auth-secret.ts';
import type { AccessTokens } from './sign-in/access-tokens.ts';
import type { Pending, PendingSignIn } from './sign-in/pending-sign-in.ts';
import { RECENT_SECONDS } from './sign-in/recently-authenticated.ts';
import { allows, type Scope } from './sign-in/scopes.ts';
import type { SignInCookie } from './sign-in/sign-in-cookie.ts';
import type { NewCredentials, SignedIn, SignInMethod, SignIns } from './sign-in/sign-ins.ts';
import type { SignUp } from './sign-in/sign-up.ts';

/** The result of a guest's sign-in: the cookies to set, or the refusal. */
export type GuestSignIn = { readonly ok: true; readonly cookies: readonly string[] } | Refusal;

/** The ended sign-ins: one, or all of a person. */
export type Ended = { readonly signInId: string } | { readonly personId: string };

/** Where to redirect a browser, and the cookies it gets. */
export interface Entered {
  readonly to: string;
  readonly cookies: readonly string[];
}

/**
 * A person who has given a first factor. `epoch`: theirs before it was checked, so that it counts for nothing if all their sign-ins end
 * meanwhile; absent if it can't be void then.
 */
interface FirstFactor {
  readonly userId: string;
  readonly epoch?: number | undefined;
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
  readonly oidcProviders: readonly OidcSettings[];
  readonly signUp: SignUp;
  readonly logger: Logger;
}

/** Called with a sign-in by @auth/core that isn't completed. */
interface Unfinished {
  readonly awaitSecondFactor: (userId: string) => void;
  readonly refuse: (why: Rejection) => void;
}

/** The page that asks for the second factor. */
const SECOND_FACTOR = '/sign-in/second';
/** Where @auth/core answers guests, and where providers redirect people back to. Its other routes aren't used here. */
const CALLBACK = '/api/auth/callback/';

/** Signs people in and out and recognizes them, for pages, routes and sockets alike. */
export class Authentication {
  readonly #parts: AuthenticationParts;
  readonly #accounts: ProviderAccounts;
  readonly #endedListeners: ((ended: Ended) => void)[] = [];
  #endings = 0;

  constructor(parts: AuthenticationParts) {
    this.#parts = parts;
    this.#accounts = new ProviderAccounts(parts.people, parts.signUp);
  }

  /** Number of times sign-ins were ended so far: while it stays the same, an earlier recognition is still valid. */
  get endings(): number {
    return this.#endings;
  }

  /** The OpenID Connect providers. */
  get oidcProviders(): readonly Pick<OidcSettings, 'id' | 'name'>[] {
    return this.#parts.oidcProviders.map(({ id, name }) => ({ id, name }));
  }

  /** The provider an account signs in through; `null` if none is configured. */
  oidcProviderOf({
    oidcSubject,
  }: Pick<AccountFacts, 'oidcSubject'>): Pick<OidcSettings, 'id' | 'name'> | null {
    return this.#parts.oidcProviders.find(({ issuer }) => oidcSubject?.startsWith(`${issuer} `)) ?? null;
  }

  /** Answers a request to @auth/core's own routes; `site` is the address people use. */
  async handle(request: Request, site: string): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const served = ['guest', ...this.#parts.oidcProviders.map(({ id }) => id)];
    if (!served.some((id) => pathname === CALLBACK + id)) return refusalResponse('route_not_found');
    let waiting: string | null = null;
    let problem: Rejection | null = null;
    const config = this.#config(request.headers, {
      awaitSecondFactor: (userId) => {
        waiting = userId;
      },
      refuse: (why) => {
        problem = why;
      },
    });
    const answer = await Auth(new Request(`${site}${pathname}${search}`, request), config);
    if (problem !== null) return this.#sendBack(answer, problem);
    if (/[?&]error=/.test(answer.headers.get('location') ?? '')) noteRefusal('provider_sign_in_failed');
    return waiting === null ? answer : this.#leadToSecondFactor(answer, waiting, site);
  }

  /**
   * Redirects a browser to an OpenID Connect provider, by its id, and from there back to a page of this site. `again`: the provider asks
   * people to authenticate even if it knows them, and states when they did: `max_age` makes it put `auth_time` into its token.
   */
  async startOidc(
    id: string,
    headers: Headers,
    site: string,
    returnTo: string,
    again = false,
  ): Promise<Response> {
    if (!this.oidcProviders.some((provider) => provider.id === id)) return refusalResponse('route_not_found');
    const request = new Request(
      `${site}/api/auth/signin/${id}${again ? `?prompt=login&max_age=${RECENT_SECONDS}` : ''}`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: headers.get('cookie') ?? '' },
        body: new URLSearchParams({ callbackUrl: `${site}${returnTo}` }),
      },
    );
    return Auth(
      request,
      this.#config(headers, { awaitSecondFactor: () => undefined, refuse: () => undefined }),
    );
  }

  /**
   * The person whose browser sent these headers; `null` if unknown. Throws (rather than returning `null`) if the database is unavailable.
   */
  async currentPerson(headers: Headers): Promise<SignedIn | null> {
    const id = await this.#parts.cookie.read(headers);
    return id === null ? null : this.#parts.signIns.recognise({ id });
  }

  /**
   * The caller of something that needs `scope`: a program by its token, in `authorization`, or a person by their browser. `null` if
   * unknown; `not_allowed` for a token without the scope.
   */
  async whoAsks(headers: Headers, scope: Scope): Promise<SignedIn | 'not_allowed' | null> {
    const person = await this.recognise(headers);
    return person === null || allows(person, scope) ? person : 'not_allowed';
  }

  /** The person whose token or browser sent these headers, whatever its scopes; `null` if unknown. */
  async recognise(headers: Headers): Promise<SignedIn | null> {
    const authorization = headers.get('authorization');
    if (authorization === null) return this.currentPerson(headers);
    const person = await this.#parts.tokens.recognise(authorization.replace(/^Bearer +/i, ''));
    if (person === null) this.#parts.logger.info('unknown access token');
    return person;
  }

  /** The credential in these headers, as it was sent; `null` if there is none. */
  credentialOf(headers: Headers): string | null {
    return headers.get('authorization') ?? readCookie(headers, this.#parts.cookie.name);
  }

  /**
   * Signs a browser in after a first factor, on its way to a page. A person with a second factor is redirected to the page that asks for
   * it, unless they are signed in here already.
   */
  async passFirstFactor(
    { userId, epoch }: FirstFactor,
    method: SignInMethod,
    headers: Headers,
    to: string,
  ): Promise<Entered> {
    if (!(await this.#mustGiveSecondFactor(userId, headers)))
      return { to, cookies: await this.signIn(userId, method, headers, epoch) };
    return { to: SECOND_FACTOR, cookies: [await this.#pendingCookie({ userId, epoch }, method, to)] };
  }

  /** The person who has given the first factor in this browser and not the second; `null` if none. */
  async pendingOf(headers: Headers): Promise<Pending | null> {
    const pending = this.#parts.pending.read(headers);
    if (pending === null) return null;
    const epoch = await this.#parts.signIns.epochOf(pending.userId).catch((error: unknown) => {
      if (error instanceof UserErasedError) return null;
      throw error;
    });
    return epoch === pending.epoch ? pending : null;
  }

  /** Signs a browser in whose person has given all factors. */
  async passSecondFactor(
    { userId, method, to, epoch }: FirstFactor & Pick<Pending, 'method' | 'to'>,
    headers: Headers,
  ): Promise<Entered> {
    const cookies = await this.signIn(userId, method, headers, epoch);
    return { to, cookies: [...cookies, this.#parts.pending.clear()] };
  }

  /**
   * Signs a browser in without further checks, replacing its earlier sign-in; returns the cookies to set. `epoch`: see `FirstFactor`.
   */
  async signIn(userId: string, method: SignInMethod, headers: Headers, epoch?: number): Promise<string[]> {
    const { cookie, knownBrowsers } = this.#parts;
    const signInId = await this.#start(userId, method, headers, { epoch });
    const cookies = [await cookie.set(signInId)];
    return method === 'guest' ? cookies : [...cookies, knownBrowsers.remember(userId)];
  }

  /** Signs a guest in under a name. */
  async signInGuest(name: string, headers: Headers): Promise<GuestSignIn> {
    const checked = guestName(name);
    if (!checked.ok) return checked;
    const { cookie, signIns } = this.#parts;
    const start = (label: string) => signIns.startGuest(checked.name, label);
    const signInId = await this.#inPlace('guest', headers, start);
    return { ok: true, cookies: [await cookie.set(signInId)] };
  }

  /** Ends the sign-in a person was recognized by, on pages and sockets; returns the cookie that clears this browser's. */
  async signOut(person: SignedIn): Promise<string> {
    await this.end(person.id, person.signInId);
    return this.#parts.cookie.clear();
  }

  /** The cookies that clear a browser's current and earlier sign-ins. */
  forgetBrowser(): string[] {
    const { cookie, knownBrowsers, pending } = this.#parts;
    return [cookie.clear(), knownBrowsers.forget(), pending.clear()];
  }

  /** Ends a sign-in or token of a person, on pages and sockets. */
  async end(personId: string, signInId: string): Promise<void> {
    if (await this.#parts.signIns.end(personId, signInId)) this.#notifyEnded({ signInId });
  }

  /** Ends all sign-ins and tokens of a person, on pages and sockets. `administrator`: the id of the one who does it. */
  async endAll(personId: string, { administrator }: { readonly administrator?: string } = {}): Promise<void> {
    await this.#parts.signIns.endAll(personId);
    this.#notifyEnded({ personId }, administrator);
  }

  /** Like `endAll`, together with a change of their password or address; see `SignIns.changeAndEndAll`. */
  async changeAndEndAll(personId: string, to: NewCredentials): Promise<boolean> {
    const isChanged = await this.#parts.signIns.changeAndEndAll(personId, to);
    if (isChanged) this.#notifyEnded({ personId });
    return isChanged;
  }

  /** Calls `listener` with sign-ins that have just ended. */
  onEnded(listener: (ended: Ended) => void): void {
    this.#endedListeners.push(listener);
  }

  #notifyEnded(ended: Ended, administrator?: string): void {
    this.#endings += 1;
    const { logger } = this.#parts;
    if ('personId' in ended)
      logger.info({ person: ended.personId, administrator }, 'all sign-ins of a person ended');
    else logger.info('a sign-in or token ended');
    for (const listener of this.#endedListeners) listener(ended);
  }

  #start(
    userId: string,
    method: SignInMethod,
    headers: Headers,
    proof?: Parameters<SignIns['start']>[3],
  ): Promise<string> {
    const { signIns } = this.#parts;
    return this.#inPlace(method, headers, (label) => signIns.start(userId, method, label, proof));
  }

  /** Starts a sign-in for a browser and ends its previous one. */
  async #inPlace(
    method: SignInMethod,
    headers: Headers,
    start: (label: string) => Promise<string>,
  ): Promise<string> {
    const before = await this.currentPerson(headers);
    const id = await start(browserLabel(headers.get('user-agent')));
    this.#parts.logger.info({ method }, 'a browser was signed in');
    if (before !== null) await this.end(before.id, before.signInId);
    return id;
  }

  async #mustGiveSecondFactor(userId: string, headers: Headers): Promise<boolean> {
    const current = await this.currentPerson(headers);
    return current?.id !== userId && (await this.#parts.secondFactors.isOn(userId));
  }

  async #pendingCookie({ userId, epoch }: FirstFactor, method: SignInMethod, to: string): Promise<string> {
    const { pending, signIns } = this.#parts;
    return pending.set({ userId, epoch: epoch ?? (await signIns.epochOf(userId)), method, to });
  }

  /** Removes the sign-in from the answer of @auth/core, which knows no second factor, and redirects to the page that asks for it. */
  async #leadToSecondFactor(answer: Response, userId: string, site: string): Promise<Response> {
    const { name } = this.#parts.cookie;
    const headers = new Headers(answer.headers);
    headers.delete('set-cookie');
    for (const line of answer.headers.getSetCookie())
      if (!line.startsWith(`${name}=`) && !line.startsWith(`${name}.`)) headers.append('set-cookie', line);
    const to = new URL(answer.headers.get('location') ?? '/', site);
    headers.append('set-cookie', await this.#pendingCookie({ userId }, 'oidc', `${to.pathname}${to.search}`));
    headers.set('location', `${site}${SECOND_FACTOR}`);
    return new Response(null, { status: answer.status, headers });
  }

  #config(headers: Headers, { awaitSecondFactor, refuse }: Unfinished): ReturnType<typeof authConfig> {
    const { people, secrets, secure, cookie, oidcProviders } = this.#parts;
    return authConfig({
      secrets,
      secure,
      cookieName: cookie.name,
      providers: oidcProviders,
      createGuest: (name) => people.create({ name }),
      admits: async (person) => {
        const problem = await this.#accounts.problemOf(person);
        if (problem !== null) refuse(problem);
        return problem === null;
      },
      personOf: async (person) => this.#accounts.personOf(person, await this.currentPerson(headers)),
      startGuest: (userId) => this.#start(userId, 'guest', headers),
      start: async (userId, { authenticatedAt }) => {
        if (await this.#mustGiveSecondFactor(userId, headers)) {
          awaitSecondFactor(userId);
          return '';
        }
        const current = await this.currentPerson(headers);
        const before = current?.id === userId ? current.provenAt : null;
        const provenAt = Math.max(authenticatedAt ?? 0, before ?? 0);
        return this.#start(userId, 'oidc', headers, { provenAt });
      },
    });
  }

  /** Redirects to the sign-in page, which says why a person from a provider was refused. */
  #sendBack(answer: Response, why: Rejection): Response {
    noteRefusal(why.code);
    const headers = new Headers({ location: '/sign-in', 'cache-control': 'no-store' });
    for (const line of answer.headers.getSetCookie()) headers.append('set-cookie', line);
    headers.append('set-cookie', flashCookie({ at: '/sign-in', refused: why }, this.#parts.secure));
    return new Response(null, { status: 303, headers });
  }
}
