import { describe, expect, test } from 'vitest';
import { themeCookie } from '../../app/_ui/theme/toggle-theme.ts';
import { authConfig } from '../../server/auth/auth-config.ts';
import { readEnv } from '../../server/env.ts';
import { flashCookie, readFlash } from '../../server/http/answers/flash-message.ts';
import { privacyFacts } from '../../server/services/privacy/privacy-facts.ts';

const PROVIDERS = JSON.stringify([
  { id: 'school', name: 'School', issuer: 'https://id.example', clientId: 'x', clientSecret: 'y' },
]);
const env = readEnv({ APP_URL: 'https://debates.example', OIDC_PROVIDERS: PROVIDERS });
const nobody = async () => '';
const configOf = (secure: boolean) =>
  authConfig({
    secrets: ['secret'],
    secure,
    cookieName: secure ? '__Host-parley-sign-in' : 'parley-sign-in',
    providers: env.oidcProviders,
    createGuest: nobody,
    admits: async () => true,
    personOf: nobody,
    startGuest: nobody,
    start: nobody,
  });

describe('[AU3] over https', () => {
  test('every cookie is Secure and of this host alone', () => {
    const { cookies = {} } = configOf(true);
    for (const cookie of Object.values(cookies)) {
      expect(cookie?.name).toMatch(/^__Host-/);
      expect(cookie?.options).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax', path: '/' });
    }
    expect(Object.keys(cookies).sort()).toEqual(
      ['callbackUrl', 'nonce', 'pkceCodeVerifier', 'sessionToken', 'state'].sort(),
    );
    expect(flashCookie({ at: '/' }, true)).toMatch(
      /^__Host-parley-message=.*; Path=\/; HttpOnly; SameSite=Lax;.*; Secure$/,
    );
    expect(themeCookie('dark', true)).toMatch(/^__Host-theme=dark; path=\/;.*; samesite=lax; secure$/);
    const listed = privacyFacts(env, true).cookies.map(({ name }) => name);
    expect(listed.filter((name) => !name.startsWith('__Host-'))).toEqual([]);
    for (const { name } of Object.values(cookies)) expect(listed).toContain(name);
  });

  test('a page believes no message in a cookie that another host could have set', () => {
    const headers = (secure: boolean) =>
      new Headers({ cookie: flashCookie({ at: '/account', done: 'x' }, secure).split(';')[0] ?? '' });
    expect(readFlash(headers(true), '/account', true)).toMatchObject({ done: 'x' });
    expect(readFlash(headers(false), '/account', true)).toBeNull();
    expect(readFlash(headers(false), '/account', false)).toMatchObject({ done: 'x' });
  });
});
