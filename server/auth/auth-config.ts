import { type AuthConfig, skipCSRFCheck } from '@auth/core';
import Credentials from '@auth/core/providers/credentials';
import { guestName } from './guest-name.ts';
import type { People } from './people.ts';

/** Seconds a guest's sign-in lasts: a term, for debates that run over weeks. */
const SIGN_IN_SECONDS = 120 * 24 * 60 * 60;

/** Name of the sign-in cookie; it is also the salt of the token's key. `__Host-` needs https. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-parley-sign-in' : 'parley-sign-in';
}

/** The settings of @auth/core: guests sign in by a name alone. Tokens carry the person's epoch, so that they can end. */
export function authConfig(people: People, secret: string, secure: boolean): AuthConfig {
  return {
    basePath: '/api/auth',
    secret,
    trustHost: true,
    // Requests are checked by their Origin before they come here (see `same-origin.ts`).
    skipCSRFCheck,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: SIGN_IN_SECONDS },
    cookies: {
      sessionToken: {
        name: cookieName(secure),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    providers: [
      Credentials({
        id: 'guest',
        name: 'Guest',
        credentials: { name: {} },
        authorize: async ({ name }) => {
          // Also reached by @auth/core's own route, past everything that was checked elsewhere.
          const checked = typeof name === 'string' ? guestName(name) : null;
          if (!checked?.ok) return null;
          const person = await people.createGuest(checked.name);
          return { id: person.id, name: person.name };
        },
      }),
    ],
    callbacks: {
      jwt: async ({ token, user }) => {
        if (!user?.id) return token;
        return { sub: user.id, epoch: await people.epochOf(user.id) };
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}
