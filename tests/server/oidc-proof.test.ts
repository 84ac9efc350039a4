import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POST as mailProof } from '../../app/api/account/reauthenticate/mail/route.ts';
import { POST as makeToken } from '../../app/api/account/tokens/route.ts';
import { GET as authGet } from '../../app/api/auth/[...auth]/route.ts';
import { POST as openLink } from '../../app/api/sign-in/link/route.ts';
import { GET as startOidc } from '../../app/api/sign-in/oidc/route.ts';
import { parley } from '../../server/handle.ts';
import { readFlash } from '../../server/http/answers/flash-message.ts';
import { withMailingServer } from '../support/mailing-server.ts';
import { startOidcProvider, type TestProvider } from '../support/oidc-provider.ts';
import { TestBrowser } from '../support/test-browser.ts';

const MINUTE = 60_000;
const TOKEN = { name: 'a robot', days: '7', 'scope-read': 'on' };
/** The settings of each provider. Without `max_age`, none of them sends an `auth_time`. */
const SETTINGS = { silent: {}, asking: { asksEveryTime: true }, strong: { acr: ['urn:two', 'urn:three'] } };
type Id = keyof typeof SETTINGS;
const IDS = Object.keys(SETTINGS) as Id[];

let providers: Readonly<Record<Id, TestProvider>>;
const settings: Record<string, string> = {};
beforeAll(async () => {
  providers = {
    silent: await startOidcProvider(),
    asking: await startOidcProvider(),
    strong: await startOidcProvider(),
  };
  settings.OIDC_PROVIDERS = JSON.stringify(
    IDS.map((id) => {
      const { issuer, clientId, clientSecret } = providers[id];
      return { id, name: `The ${id}`, issuer, clientId, clientSecret, ...SETTINGS[id] };
    }),
  );
});
afterAll(async () => {
  await Promise.all(Object.values(providers).map((provider) => provider.stop()));
});
const running = withMailingServer(settings);
beforeAll(() => {
  for (const id of IDS) providers[id].register(running.server.origin, id);
});

/** Begins to sign in through a provider; where the browser is led. */
async function begin(id: Id, person: TestBrowser): Promise<string> {
  const address = `${running.server.origin}/api/sign-in/oidc?provider=${id}`;
  const begun = await startOidc(new Request(address, { headers: person.headers }));
  person.keep(begun);
  return begun.headers.get('location') ?? '';
}

/** Signs in through a provider, all the way. */
async function signIn(id: Id, sub: string, person = new TestBrowser(() => running.server.origin)) {
  const back = await providers[id].signIn(await begin(id, person), sub);
  person.keep(await authGet(new Request(back, { headers: person.headers })));
  return person;
}

describe('[SF4] a provider that doesn’t say when it asked someone', () => {
  test('proves who they are by the time of its token only where the settings say that it asks every time', async () => {
    const [silent, asking] = [await signIn('silent', 'ann'), await signIn('asking', 'ann')];
    expect((await silent.send(makeToken, TOKEN)).refused).toEqual({ code: 'reauthentication_required' });
    expect((await asking.send(makeToken, TOKEN)).secret).toMatch(/^parley_/);
    running.ahead = 11 * MINUTE;
    expect((await asking.send(makeToken, TOKEN)).refused).toEqual({ code: 'reauthentication_required' });
    // By this server's clock its token is of eleven minutes ago.
    await signIn('asking', 'ann', asking);
    expect((await asking.send(makeToken, TOKEN)).refused).toEqual({ code: 'reauthentication_required' });
    running.ahead = 0;
  });

  test('leaves the link mailed to the address it verified', async () => {
    providers.silent.people.set('bo', { name: 'Bo', email: 'bo@school.example', email_verified: true });
    const bo = await signIn('silent', 'bo');
    const { id } = (await bo.who()) ?? expect.fail('nobody');
    expect((await bo.send(makeToken, TOKEN)).refused).toEqual({ code: 'reauthentication_required' });
    await bo.send(mailProof, { returnTo: '/account' });
    const opened = await bo.send(openLink, { code: running.mailedCode('bo@school.example') });
    expect(opened).toMatchObject({ to: '/account', refused: null });
    expect(await bo.who()).toMatchObject({ id });
    expect((await bo.send(makeToken, TOKEN)).secret).toMatch(/^parley_/);
  });
});

describe('[AU32] a provider of which a way of signing in is demanded', () => {
  test('is asked for it, and brings nobody whose token doesn’t name it', async () => {
    const eve = new TestBrowser(() => running.server.origin);
    const start = new URL(await begin('strong', eve));
    expect(start.searchParams.get('acr_values')).toBe('urn:two urn:three');
    expect(new URL(await begin('silent', eve)).searchParams.has('acr_values')).toBe(false);
    await signIn('strong', 'eve', eve);
    expect(await eve.who()).toBeNull();
    expect(readFlash(eve.headers, '/sign-in')?.refused).toEqual({ code: 'provider_sign_in_weak' });
    const subject = `${providers.strong.issuer} eve`;
    expect(await parley().people.find({ oidcSubject: subject })).toBeNull();
  });

  test('brings those whose token does', async () => {
    providers.strong.people.set('tom', { name: 'Tom', acr: 'urn:three' });
    expect(await (await signIn('strong', 'tom')).who()).toMatchObject({ name: 'Tom' });
    providers.strong.people.set('una', { name: 'Una', acr: 'urn:one' });
    expect(await (await signIn('strong', 'una')).who()).toBeNull();
  });
});
