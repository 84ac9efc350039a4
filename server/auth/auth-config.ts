import { type AuthConfig, skipCSRFCheck } from '@auth/core';
import Credentials from '@auth/core/providers/credentials';
import type { Account, Profile, User } from '@auth/core/types';
import type { Claims } from './oidc/has-claim.ts';
import type { OidcSettings } from './oidc/oidc-settings.ts';
import { guestName } from './people/guest-name.ts';
import type { AuthSecrets } from './secrets/auth-secret.ts';
import { SIGN_IN_SECONDS } from './sign-in/sign-ins.ts';

/** A person as an OpenID Connect provider identifies them. */
export interface OidcPerson {
  readonly provider: OidcSettings;
  /** The provider's address, a space, and its id for the person. */
  readonly subject: string;
  readonly name: string;
  /** `null` if the provider doesn't verify one, or isn't trusted to. */
  readonly email: string | null;
  readonly claims: Claims;
  /**
   * When the provider last authenticated the person, in milliseconds: `auth_time`, else the token's time if the provider asks every
   * time; null if unknown.
   */
  readonly authenticatedAt: number | null;
  /** The token's `acr`; null if it has none. */
  readonly acr: string | null;
}

export interface AuthConfigParts {
  readonly secrets: AuthSecrets;
  readonly secure: boolean;
  readonly cookieName: string;
  readonly providers: readonly OidcSettings[];
  /** Creates a guest and returns their id. */
  readonly createGuest: (name: string) => Promise<string>;
  /** True if a person from a provider may sign in. */
  readonly admits: (person: OidcPerson) => Promise<boolean>;
  /** The account of a person from a provider. */
  readonly personOf: (person: OidcPerson) => Promise<string>;
  /** Creates a guest's sign-in and returns its id. */
  readonly startGuest: (userId: string) => Promise<string>;
  /** Creates the sign-in of a person from a provider and returns its id. */
  readonly start: (userId: string, person: OidcPerson) => Promise<string>;
}

/** The settings of @auth/core: guests sign in with only a name, others through a provider. */
export function authConfig(parts: AuthConfigParts): AuthConfig {
  const { secrets, secure, cookieName, providers } = parts;
  return {
    basePath: '/api/auth',
    secret: [...secrets],
    trustHost: true,
    // Requests are checked by their Origin before they come here (see `same-origin.ts`).
    skipCSRFCheck,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: SIGN_IN_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: {
        name: cookieName,
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
      ...providerCookies(secure),
    },
    providers: [guestProvider(parts), ...providers.map(oidcProvider)],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        const person = oidcPerson(providers, user, account, profile);
        return person === null || (await parts.admits(person));
      },
      jwt: async ({ token, user, account, profile }) => {
        if (!user?.id) return token;
        const person = oidcPerson(providers, user, account, profile);
        if (person === null) return { sid: await parts.startGuest(user.id) };
        return { sid: await parts.start(await parts.personOf(person), person) };
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

/** Seconds a person has to return from a provider. */
export const PROVIDER_SECONDS = 15 * 60;
/** Cookies that @auth/core keeps meanwhile, by its names for them. */
export const PROVIDER_COOKIES = {
  callbackUrl: 'callback-url',
  pkceCodeVerifier: 'pkce-code-verifier',
  state: 'state',
  nonce: 'nonce',
} as const;

/** Name of such a cookie: `__Host-` needs https. */
export function providerCookieName(what: string, secure: boolean): string {
  return `${secure ? '__Host-' : ''}parley-provider-${what}`;
}

function providerCookies(secure: boolean): AuthConfig['cookies'] {
  const options = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure };
  return Object.fromEntries(
    Object.entries(PROVIDER_COOKIES).map(([key, what]) => [
      key,
      {
        name: providerCookieName(what, secure),
        options: key === 'callbackUrl' ? options : { ...options, maxAge: PROVIDER_SECONDS },
      },
    ]),
  );
}

/** The person from a provider; `null` for a guest. */
function oidcPerson(
  providers: readonly OidcSettings[],
  user: User | undefined,
  account: Account | null | undefined,
  profile: Profile | undefined,
): OidcPerson | null {
  const provider = providers.find(({ id }) => id === account?.provider);
  if (!provider || !account) return null;
  // Some providers put groups only into the token, which @auth/core has verified by now.
  const token = payloadOf(account.id_token);
  const claims: Claims = { ...token, ...profile };
  return {
    provider,
    subject: `${provider.issuer} ${account.providerAccountId}`,
    name: user?.name ?? '',
    email: provider.trustsEmail ? verifiedEmail([profile ?? {}, token]) : null,
    claims,
    authenticatedAt: authenticatedAt(token, provider),
    acr: typeof token.acr === 'string' ? token.acr : null,
  };
}

function authenticatedAt({ auth_time, iat }: Claims, { asksEveryTime }: OidcSettings): number | null {
  const seconds = auth_time ?? (asksEveryTime ? iat : null);
  return typeof seconds === 'number' ? seconds * 1_000 : null;
}

/** The address in the first statement that has one, if the same statement says that it is verified. */
function verifiedEmail(statements: readonly Claims[]): string | null {
  const { email, email_verified } = statements.find((one) => typeof one.email === 'string') ?? {};
  return typeof email === 'string' && email_verified === true ? email : null;
}

function payloadOf(token: string | undefined): Claims {
  const payload = Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString('utf8');
  try {
    return JSON.parse(payload) as Claims;
  } catch {
    return {};
  }
}

function guestProvider({ createGuest }: AuthConfigParts): AuthConfig['providers'][number] {
  return Credentials({
    id: 'guest',
    name: 'Guest',
    credentials: { name: {} },
    authorize: async ({ name }) => {
      // Reached through @auth/core's own route, bypassing the checks elsewhere.
      const checked = typeof name === 'string' ? guestName(name) : null;
      if (!checked?.ok) return null;
      return { id: await createGuest(checked.name), name: checked.name };
    },
  });
}

function oidcProvider(settings: OidcSettings): AuthConfig['providers'][number] {
  const { id, issuer, clientId, clientSecret, name, scope, acr } = settings;
  return {
    id,
    name,
    type: 'oidc',
    issuer,
    clientId,
    clientSecret,
    authorization: { params: { scope, ...(acr.length > 0 && { acr_values: acr.join(' ') }) } },
    checks: ['pkce', 'state', 'nonce'],
    // Names and addresses are requested: many providers put none into the token itself.
    idToken: false,
    profile: (profile) => ({
      id: profile.sub,
      name: profile.name ?? profile.preferred_username ?? profile.nickname,
    }),
  };
}
