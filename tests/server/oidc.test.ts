import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET as authGet } from '../../app/api/auth/[...auth]/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { GET as startOidc } from '../../app/api/sign-in/oidc/route.ts';
import { POST as giveSecond } from '../../app/api/sign-in/second/route.ts';
import { authConfig, type OidcPerson } from '../../server/auth/auth-config.ts';
import { signInCookieName } from '../../server/auth/sign-in/sign-in-cookie.ts';
import { parley } from '../../server/handle.ts';
import { startOidcProvider, type TestProvider } from '../support/oidc-provider.ts';
import { TestBrowser } from '../support/test-browser.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let provider: TestProvider;

beforeAll(async () => {
  provider = await startOidcProvider();
  server = await startTestServer({
    settings: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME: 'The school',
    },
  });
  provider.register(server.origin);
});

afterAll(async () => {
  await server.stop();
  await provider.stop();
});

const browser = () => new TestBrowser(() => server.origin);

/** Begins to sign in, or to prove who one is (`again`); where the browser is led. */
async function begin(person: TestBrowser, returnTo = '/', again = false): Promise<string> {
  const query = new URLSearchParams({ returnTo, ...(again && { again: 'yes' }) });
  const address = `${server.origin}/api/sign-in/oidc?${query}`;
  const answer = await startOidc(new Request(address, { headers: person.headers }));
  person.keep(answer);
  return answer.headers.get('location') ?? '';
}

/** Comes back from the provider; where the browser is led. */
async function comeBack(person: TestBrowser, address: string): Promise<string> {
  const answer = await authGet(new Request(address, { headers: person.headers }));
  person.keep(answer);
  return answer.headers.get('location') ?? '';
}

/** All the way; where it ends. */
async function signIn(person: TestBrowser, sub: string, returnTo?: string): Promise<string> {
  return comeBack(person, await provider.signIn(await begin(person, returnTo), sub));
}

describe('a person from the OpenID Connect provider', () => {
  test('[AU16] has an account from then on, and is led to the page they came from', async () => {
    expect(parley().auth.oidcProviders).toEqual([{ id: 'oidc', name: 'The school' }]);
    provider.people.set('ann', { name: 'Ann Lee', email: 'Ann@school.example', email_verified: true });
    const [first, second] = [browser(), browser()];
    expect(await signIn(first, 'ann', '/debates/d_x')).toBe(`${server.origin}/debates/d_x`);
    expect(await first.who()).toMatchObject({ name: 'Ann Lee', kind: 'account' });
    await signIn(second, 'ann', '//evil.example');
    expect((await second.who())?.id).toBe((await first.who())?.id);
    expect(await parley().people.find({ email: 'ann@school.example' })).toMatchObject({ name: 'Ann Lee' });
  });

  test('[AU16] as a guest keeps all they did', async () => {
    provider.people.set('gil', { name: 'Gilbert' });
    const gil = browser();
    await gil.send(signInGuest, { name: 'Gil' });
    const before = await gil.who();
    await signIn(gil, 'gil');
    expect(await gil.who()).toMatchObject({ id: before?.id, name: 'Gil', kind: 'account' });
  });

  test('[AU16] with an address the provider has confirmed has the account with that address, else not', async () => {
    const id = await parley().people.create({ name: 'Olga', email: 'olga@school.example' });
    provider.people.set('eve', { name: 'Eve', email: 'olga@school.example', email_verified: false });
    const eve = browser();
    await signIn(eve, 'eve');
    expect(await eve.who()).toMatchObject({ name: 'Eve' });
    provider.people.set('olga', { name: 'O.', email: 'olga@school.example', email_verified: true });
    const olga = browser();
    await signIn(olga, 'olga');
    expect(await olga.who()).toMatchObject({ id, name: 'Olga' });
  });

  test('[AU16] without a name that can be used is taken all the same', async () => {
    provider.people.set('x', { name: 'x'.repeat(200) });
    const nameless = browser();
    await signIn(nameless, 'x');
    expect((await nameless.who())?.name).toBe('…');
  });

  test('[AU16] is taken only by the browser that began, and once', async () => {
    provider.people.set('ann', { name: 'Ann Lee' });
    const [ann, eve] = [browser(), browser()];
    const address = await provider.signIn(await begin(ann), 'ann');
    expect(await comeBack(eve, address)).toMatch(/\/sign-in\?error=/);
    expect(await eve.who()).toBeNull();
    const forged = new URL(address);
    forged.searchParams.set('state', 'x');
    expect(await comeBack(ann, forged.href)).toMatch(/\/sign-in\?error=/);
    expect(await ann.who()).toBeNull();
  });

  test('[AU2] [AU16] begins on a page of this site, and a guest stays one until the provider has answered', async () => {
    const gil = browser();
    await gil.send(signInGuest, { name: 'Gil' });
    const headers = gil.headers;
    headers.set('sec-fetch-site', 'cross-site');
    const sent = await startOidc(new Request(`${server.origin}/api/sign-in/oidc`, { headers }));
    expect([sent.status, sent.headers.get('location'), sent.headers.getSetCookie()]).toEqual([
      303,
      '/sign-in',
      [],
    ]);
    expect(await begin(gil)).toContain(provider.issuer);
    expect(await gil.who()).toMatchObject({ name: 'Gil', kind: 'guest' });
  });

  test('[AU16] is nobody where the provider refuses', async () => {
    const eve = browser();
    const before = server.logs.length;
    expect(await comeBack(eve, `${server.origin}/api/auth/callback/oidc?error=access_denied`)).toMatch(
      /\/sign-in\?error=/,
    );
    expect(await eve.who()).toBeNull();
    expect(server.logs.slice(before).map((line) => JSON.parse(line).code)).toEqual([
      'provider_sign_in_failed',
    ]);
  });
});

describe('[SF4] the provider', () => {
  const isProven = async (person: TestBrowser) => ((await person.who())?.provenAt ?? null) !== null;

  test('proves who someone is only by the time at which it asked them', async () => {
    provider.people.set('pia', { name: 'Pia' });
    const pia = browser();
    await signIn(pia, 'pia');
    expect(await isProven(pia)).toBe(false);
    const start = new URL(await begin(pia, '/account', true));
    expect([start.searchParams.get('prompt'), start.searchParams.get('max_age')]).toEqual(['login', '600']);
    start.searchParams.delete('prompt');
    start.searchParams.delete('max_age');
    await comeBack(pia, await provider.signIn(start.href, 'pia'));
    expect(await isProven(pia)).toBe(false);
    await comeBack(pia, await provider.signIn(await begin(pia, '/account', true), 'pia'));
    expect(await isProven(pia)).toBe(true);
    const before = (await pia.who())?.provenAt;
    await signIn(pia, 'pia');
    expect((await pia.who())?.provenAt).toBe(before);
    const elsewhere = browser();
    await signIn(elsewhere, 'pia');
    expect(await isProven(elsewhere)).toBe(false);
  });
});

describe('[SF2] a person from the provider with a second factor', () => {
  /** Someone known to the provider, with an authenticator app here; what its code is now. */
  async function withApp(sub: string) {
    provider.people.set(sub, { name: sub });
    const first = browser();
    await signIn(first, sub);
    const { id } = (await first.who()) ?? expect.fail('nobody');
    const { authenticators } = parley();
    await authenticators.begin(id);
    const { secret } = (await authenticators.setup(id, sub)) ?? expect.fail('no app');
    const at = (timestamp: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
    expect(await authenticators.confirm(id, at(Date.now()))).toBe(true);
    // The next one, as this one is used up: it is accepted half a minute early.
    return { id, first, code: () => at(Date.now() + 30_000) };
  }
  const cookieNames = ({ cookie }: TestBrowser) => cookie.split('; ').map((pair) => pair.split('=')[0]);

  test('is asked for it, is nobody until then, and goes on to where they wanted to go', async () => {
    const { id, code } = await withApp('tina');
    const tina = browser();
    expect(await signIn(tina, 'tina', '/debates/d_x?after=c_1')).toBe(`${server.origin}/sign-in/second`);
    expect(await tina.who()).toBeNull();
    expect(cookieNames(tina)).not.toContain(signInCookieName(false));
    expect((await tina.send(giveSecond, { code: '000000' })).refused).toEqual({
      code: 'second_factor_wrong',
    });
    expect(await tina.send(giveSecond, { code: code() })).toMatchObject({ to: '/debates/d_x?after=c_1' });
    expect(await tina.who()).toMatchObject({ id });
    const [signedIn] = await parley().signIns.list(id);
    expect(signedIn).toMatchObject({ method: 'oidc' });
  });

  test('stays the guest they are at this browser until it is given', async () => {
    const { id, code } = await withApp('vera');
    const vera = browser();
    await vera.send(signInGuest, { name: 'Gil' });
    const guest = await vera.who();
    await signIn(vera, 'vera');
    expect(await vera.who()).toEqual(guest);
    await vera.send(giveSecond, { code: code() });
    expect(await vera.who()).toMatchObject({ id });
  });

  test('is not asked where they are signed in, nor after all their sign-ins have ended', async () => {
    const { id, first, code } = await withApp('wim');
    expect(await signIn(first, 'wim', '/account')).toBe(`${server.origin}/account`);
    expect(await first.who()).toMatchObject({ id });
    const late = browser();
    await signIn(late, 'wim');
    await parley().auth.endAll(id);
    expect((await late.send(giveSecond, { code: code() })).refused).toEqual({ code: 'not_signed_in' });
    expect(await late.who()).toBeNull();
  });
});

test('[PD12] the cookies that are set on the way are those the privacy page lists', async () => {
  provider.people.set('cleo', { name: 'Cleo', email: 'cleo@school.example', email_verified: true });
  const cleo = browser();
  const named = () => cleo.cookie.split('; ').map((pair) => pair.split('=')[0] ?? '');
  const address = await begin(cleo);
  const underway = named();
  await comeBack(cleo, await provider.signIn(address, 'cleo'));
  const listed = parley().privacyFacts.cookies.map(({ name }) => name);
  expect(underway.length).toBeGreaterThan(2);
  for (const name of [...underway, ...named()].filter(Boolean)) expect(listed).toContain(name);
});

test.each([
  ['of the token alone', { email: 'a@x.example', email_verified: true }, {}, 'a@x.example'],
  ['of the answer alone', {}, { email: 'b@x.example', email_verified: true }, 'b@x.example'],
  [
    'of the answer, verified by the token',
    { email: 'a@x.example', email_verified: true },
    { email: 'b@x.example' },
    null,
  ],
  ['of the token, verified by the answer', { email: 'a@x.example' }, { email_verified: true }, null],
])('[AU16] an address %s counts only if the same statement verifies it', async (_, token, answer, email) => {
  let seen: OidcPerson | null = null;
  const settings = {
    id: 'school',
    name: 'The school',
    issuer: 'https://school.example',
    clientId: 'parley',
    clientSecret: 'secret',
    scope: 'openid',
    trustsEmail: true,
    asksEveryTime: false,
    acr: [],
    administrators: null,
  };
  const { callbacks } = authConfig({
    secrets: ['secret'],
    secure: false,
    cookieName: 'x',
    providers: [settings],
    createGuest: async () => '',
    admits: async (person) => {
      seen = person;
      return true;
    },
    personOf: async () => '',
    startGuest: async () => '',
    start: async () => '',
  });
  const payload = Buffer.from(JSON.stringify({ sub: 'ann', ...token })).toString('base64url');
  const account = {
    provider: 'school',
    type: 'oidc' as const,
    providerAccountId: 'ann',
    id_token: `x.${payload}.x`,
  };
  await callbacks?.signIn?.({ user: { id: 'ann' }, account, profile: { sub: 'ann', ...answer } });
  expect(seen).toMatchObject({ email });
});
