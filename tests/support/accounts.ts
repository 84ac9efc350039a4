import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, expect } from 'vitest';
import { POST as confirmApp } from '../../app/api/account/authenticator/confirm/route.ts';
import { POST as beginApp } from '../../app/api/account/authenticator/route.ts';
import { POST as changePassword } from '../../app/api/account/password/route.ts';
import { POST as openLink } from '../../app/api/sign-in/link/route.ts';
import { POST as mailLink } from '../../app/api/sign-in/mail/route.ts';
import { parley } from '../../server/handle.ts';
import { connectLive, type LiveClient } from './live-client.ts';
import { type MailingServer, withMailingServer } from './mailing-server.ts';
import { TestBrowser } from './test-browser.ts';

export const PASSWORD = 'walnut river ink';

/** An address nobody has used before, of the test that runs. */
export let mail = '';

const MINUTE = 60_000;

let running: MailingServer;
let clients: LiveClient[] = [];
let people = 0;

/** Gives a test file a server that sends mail; `settings` are read again at each start. */
export function withAccounts(settings?: Record<string, string>): MailingServer {
  running = withMailingServer(settings);
  beforeEach(() => {
    people += 1;
    mail = `ann${people}@example.org`;
  });
  afterEach(() => {
    for (const client of clients) client.close();
    clients = [];
  });
  return running;
}

/** A browser of its own, in a network of its own. */
export function browser(address = `192.0.2.${people % 250}`): TestBrowser {
  return new TestBrowser(() => running.server.origin, { address });
}

export async function connect({ cookie }: TestBrowser): Promise<LiveClient> {
  const client = await connectLive(running.server.origin, { cookie });
  clients.push(client);
  return client;
}

/** Makes an account by the link of a mail. */
export async function signUp(name = 'Ann'): Promise<TestBrowser> {
  const ann = browser();
  await ann.send(mailLink, { mail });
  await ann.send(openLink, { code: running.mailedCode(mail), name });
  return ann;
}

/** Makes an account with a password. */
export async function signUpWithPassword(): Promise<TestBrowser> {
  const ann = await signUp();
  await ann.send(changePassword, { password: PASSWORD });
  return ann;
}

export const idOf = async (one: TestBrowser) => (await one.who())?.id ?? expect.fail('nobody');

/** The code an app with this key shows now. */
export const codeOf = (key: string) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + running.ahead });

/** Sets up an authenticator app: its key, and the recovery codes. */
export async function setUpApp(ann: TestBrowser): Promise<{ key: string; recovery: string[] }> {
  await ann.send(beginApp);
  const key = (await parley().authenticators.setup(await idOf(ann), mail))?.secret ?? expect.fail('no key');
  const done = await ann.send(confirmApp, { code: codeOf(key) });
  expect(done.flash).toMatchObject({ done: 'authenticatorAdded' });
  // The code that confirmed it is used up.
  running.ahead += MINUTE;
  return { key, recovery: done.secret?.split('\n') ?? [] };
}
