import { type AuthConfig, skipCSRFCheck } from '@auth/core';
import Credentials from '@auth/core/providers/credentials';
import type { AuthSecrets } from './auth-secret.ts';
import { guestName } from './guest-name.ts';
import { SIGN_IN_SECONDS } from './sign-ins.ts';

/** An OpenID Connect provider, as the settings name it. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What it is called on the button. */
  readonly name: string;
}

/** What a provider says of somebody. */
export interface OidcClaims {
  /** Its address, a space, its name for them. */
  readonly subject: string;
  readonly name: string;
  /** Null where it does not vouch for one. */
  readonly email: string | null;
}

export interface AuthConfigParts {
  readonly secrets: AuthSecrets;
  readonly secure: boolean;
  readonly cookieName: string;
  readonly oidc: OidcSettings | null;
  /** Makes a guest; their id. */
  readonly createGuest: (name: string) => Promise<string>;
  /** Who somebody is here whom the provider vouches for. */
  readonly personOf: (claims: OidcClaims) => Promise<string>;
  /** Makes a sign-in; its id. */
  readonly start: (userId: string, method: 'guest' | 'oidc') => Promise<string>;
}

/** The settings of @auth/core: guests sign in by a name alone, others through the provider, if there is one. */
export function authConfig(parts: AuthConfigParts): AuthConfig {
  const { secrets, secure, cookieName, oidc } = parts;
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
    },
    providers: [guestProvider(parts), ...(oidc ? [oidcProvider(oidc)] : [])],
    callbacks: {
      jwt: async ({ token, user, account, profile }) => {
        if (!user?.id) return token;
        if (account?.provider !== 'oidc') return { sid: await parts.start(user.id, 'guest') };
        const email = profile?.email_verified === true ? (profile.email ?? null) : null;
        const subject = `${oidc?.issuer} ${account.providerAccountId}`;
        const userId = await parts.personOf({ subject, name: user.name ?? '', email });
        return { sid: await parts.start(userId, 'oidc') };
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

function guestProvider({ createGuest }: AuthConfigParts): AuthConfig['providers'][number] {
  return Credentials({
    id: 'guest',
    name: 'Guest',
    credentials: { name: {} },
    authorize: async ({ name }) => {
      // Reached by @auth/core's own route, past everything that was checked elsewhere.
      const checked = typeof name === 'string' ? guestName(name) : null;
      if (!checked?.ok) return null;
      return { id: await createGuest(checked.name), name: checked.name };
    },
  });
}

function oidcProvider({
  issuer,
  clientId,
  clientSecret,
  name,
}: OidcSettings): AuthConfig['providers'][number] {
  return {
    id: 'oidc',
    name,
    type: 'oidc',
    issuer,
    clientId,
    clientSecret,
    checks: ['pkce', 'state', 'nonce'],
    // Names and addresses are asked for: many providers put none into the token itself.
    idToken: false,
    profile: (profile) => ({
      id: profile.sub,
      name: profile.name ?? profile.preferred_username ?? profile.nickname,
    }),
  };
}
