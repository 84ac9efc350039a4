import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET as authGet } from '../../app/api/auth/[...auth]/route.ts';
import { GET as startOidc } from '../../app/api/sign-in/oidc/route.ts';
import { hasClaim } from '../../server/auth/oidc/has-claim.ts';
import { parley } from '../../server/handle.ts';
import { readFlash } from '../../server/http/answers/flash-message.ts';
import { startOidcProvider, type TestProvider } from '../support/oidc-provider.ts';
import { TestBrowser } from '../support/test-browser.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** The school is trusted about addresses, and its staff administer this server; the guild is not. */
const administrators = { claim: 'groups', value: 'staff' };
type Id = 'school' | 'club' | 'guild';

let server: TestServer;
let providers: Readonly<Record<Id, TestProvider>>;

beforeAll(async () => {
  const [school, club, guild] = await Promise.all([
    startOidcProvider(),
    startOidcProvider(),
    startOidcProvider(),
  ]);
  providers = { school, club, guild };
  await serve({});
});

afterAll(async () => {
  await server.stop();
  await Promise.all(Object.values(providers).map((provider) => provider.stop()));
});

async function serve(more: Readonly<Record<string, string>>): Promise<void> {
  const set = (id: Id, settings: object) => {
    const { issuer, clientId, clientSecret } = providers[id];
    return { id, name: `The ${id}`, issuer, clientId, clientSecret, ...settings };
  };
  const list = [
    set('school', { administrators }),
    set('club', {}),
    set('guild', { trustEmailVerified: false }),
  ];
  server = await startTestServer({
    appUrl: 'own',
    settings: { OIDC_PROVIDERS: JSON.stringify(list), ...more },
  });
  for (const [id, provider] of Object.entries(providers)) provider.register(server.origin, id);
}

/** Signs in through a provider, all the way; the browser, and where it ends. */
async function signIn(id: Id, sub: string, person = new TestBrowser(() => server.origin)) {
  const address = `${server.origin}/api/sign-in/oidc?provider=${id}&returnTo=/account`;
  const begun = await startOidc(new Request(address, { headers: person.headers }));
  person.keep(begun);
  const back = await providers[id].signIn(begun.headers.get('location') ?? '', sub);
  const ended = await authGet(new Request(back, { headers: person.headers }));
  person.keep(ended);
  return { person, to: ended.headers.get('location') ?? '' };
}

describe('[AU31] several providers', () => {
  test('have a button each, and lead back to the page one came from', async () => {
    expect(parley().auth.oidcProviders).toEqual([
      { id: 'school', name: 'The school' },
      { id: 'club', name: 'The club' },
      { id: 'guild', name: 'The guild' },
    ]);
    providers.club.people.set('ann', { name: 'Ann', email: 'ann@free.example', email_verified: true });
    const { person, to } = await signIn('club', 'ann');
    expect(to).toBe(`${server.origin}/account`);
    expect(await person.who()).toMatchObject({ name: 'Ann', kind: 'account' });
  });

  test('lead to one account by an address both have verified, and else to an account each', async () => {
    providers.school.people.set('bo', { name: 'Bo', email: 'bo@school.example', email_verified: true });
    providers.club.people.set('bo', { name: 'Bo', email: 'bo@school.example', email_verified: true });
    providers.guild.people.set('bo', { name: 'Bo', email: 'bo@school.example', email_verified: false });
    providers.club.people.set('x', { name: 'Bo', email: 'bo@school.example', email_verified: false });
    const first = (await (await signIn('school', 'bo')).person.who())?.id;
    expect((await (await signIn('club', 'bo')).person.who())?.id).toBe(first);
    expect((await (await signIn('school', 'bo')).person.who())?.id).toBe(first);
    const unverified = [
      (await (await signIn('club', 'x')).person.who())?.id,
      (await (await signIn('guild', 'bo')).person.who())?.id,
    ];
    expect(new Set([first, ...unverified]).size).toBe(3);
    expect((await (await signIn('club', 'x')).person.who())?.id).toBe(unverified[0]);
  });

  test('that are not trusted about addresses open no account by one', async () => {
    const id = await parley().people.create({ name: 'Cleo', email: 'cleo@school.example' });
    providers.guild.people.set('cleo', { name: 'Eve', email: 'cleo@school.example', email_verified: true });
    const { person } = await signIn('guild', 'cleo');
    expect(await person.who()).toMatchObject({ name: 'Eve', kind: 'account' });
    expect((await person.who())?.id).not.toBe(id);
    expect((await parley().people.find({ id }))?.oidcSubject).toBeNull();
  });

  test('that are not set lead nowhere', async () => {
    const asked = new Request(`${server.origin}/api/sign-in/oidc?provider=nobody`, {
      headers: new TestBrowser(() => server.origin).headers,
    });
    expect((await startOidc(asked)).status).toBe(404);
  });
});

describe('[AU31] a claim', () => {
  const eda = (groups: readonly string[]) =>
    providers.school.people.set('eda', {
      name: 'Eda',
      email: 'eda@school.example',
      email_verified: true,
      groups,
    });

  test('makes an administrator at a sign-in, and takes it back when it is gone', async () => {
    eda(['pupils']);
    expect(await (await signIn('school', 'eda')).person.who()).toMatchObject({ administrator: false });
    eda(['pupils', 'staff']);
    const { person } = await signIn('school', 'eda');
    expect(await person.who()).toMatchObject({ administrator: true });
    eda(['pupils']);
    await signIn('school', 'eda');
    expect(await person.who()).toMatchObject({ administrator: false });
  });

  test('counts only from a provider whose claims are set to, and takes nothing back that people gave', async () => {
    providers.club.people.set('fay', {
      name: 'Fay',
      email: 'fay@school.example',
      email_verified: true,
      groups: ['staff'],
    });
    const { person } = await signIn('club', 'fay');
    const fay = (await person.who()) ?? expect.fail('nobody');
    expect(fay.administrator).toBe(false);
    await parley().administration.appoint({ ...fay, id: 'u_other', administrator: true }, fay.id, true);
    providers.school.people.set('fay', { name: 'Fay', email: 'fay@school.example', email_verified: true });
    await signIn('school', 'fay');
    expect(await person.who()).toMatchObject({ administrator: true });
  });

  test('that the settings no longer know makes nobody an administrator after the next start', async () => {
    eda(['staff']);
    const { person } = await signIn('school', 'eda');
    await parley().people.keepAdministratorsBy(['school']);
    expect(await person.who()).toMatchObject({ administrator: true });
    await parley().people.keepAdministratorsBy([]);
    expect(await person.who()).toMatchObject({ administrator: false });
  });

  test.each([
    [{ groups: ['a', 'staff'] }, 'groups', true],
    [{ groups: 'staff' }, 'groups', true],
    [{ groups: 'staffroom' }, 'groups', false],
    [{ realm_access: { roles: ['staff'] } }, 'realm_access.roles', true],
    [{ 'https://x.example/roles': ['staff'] }, 'https://x.example/roles', true],
    [{ groups: null }, 'groups', false],
    [{}, 'groups.constructor.name', false],
  ])('is found in %j by %s: %s', (claims, claim, found) => {
    expect(hasClaim(claims, { claim, value: 'staff' })).toBe(found);
  });
});

describe('[AU30] with SIGN_UP=domains, providers', () => {
  beforeAll(async () => {
    await server.stop();
    await serve({ SIGN_UP: 'domains:school.example' });
  });

  test('bring nobody new whose verified address is at none of its domains, and the page says why', async () => {
    providers.school.people.set('dag', { name: 'Dag', email: 'dag@elsewhere.example', email_verified: true });
    const { person, to } = await signIn('school', 'dag');
    expect(to).toBe('/sign-in');
    expect(readFlash(person.headers, '/sign-in')?.refused).toEqual({ code: 'sign_up_domain' });
    expect(await person.who()).toBeNull();
    await parley().people.create({ name: 'Dag', email: 'dag@elsewhere.example' });
    expect(await (await signIn('school', 'dag')).person.who()).toMatchObject({ name: 'Dag' });
  });

  test('bring those whose verified address is at one', async () => {
    providers.club.people.set('ira', { name: 'Ira', email: 'ira@school.example', email_verified: true });
    expect(await (await signIn('club', 'ira')).person.who()).toMatchObject({ name: 'Ira', kind: 'account' });
    providers.guild.people.set('ira', { name: 'Ira', email: 'ira@school.example', email_verified: true });
    expect(await (await signIn('guild', 'ira')).person.who()).toBeNull();
  });
});
