import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { POST as confirm } from '../../app/api/account/confirm/route.ts';
import { POST as addMail } from '../../app/api/account/mail/route.ts';
import { POST as signInGuest } from '../../app/api/guest/route.ts';
import { POST as forgotten } from '../../app/api/sign-in/forgotten/route.ts';
import { POST as openLink } from '../../app/api/sign-in/link/route.ts';
import { POST as mailLink } from '../../app/api/sign-in/mail/route.ts';
import { parley } from '../../server/handle.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { TestBrowser } from '../support/test-browser.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const PROVIDER = {
  OIDC_ISSUER: 'https://login.example.org',
  OIDC_CLIENT_ID: 'parley',
  OIDC_CLIENT_SECRET: 'a secret',
};

let server: TestServer | undefined;
let smtp: SmtpSink | undefined;
let people = 0;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

afterAll(() => smtp?.stop());

async function serve(signUp: string): Promise<void> {
  smtp ??= await startSmtpSink();
  const settings = { SMTP_URL: smtp.url, MAIL_FROM: 'parley@example.org', SIGN_UP: signUp, ...PROVIDER };
  server = await startTestServer({ appUrl: 'own', settings });
}

function browser(): TestBrowser {
  people += 1;
  return new TestBrowser(() => server?.origin ?? '', { address: `192.0.2.${people}` });
}

const lastMail = () => smtp?.mails.at(-1) ?? expect.fail('no mail');
const linkCode = () => new URL(lastMail().link).searchParams.get('code') ?? '';

describe('[AU30] with SIGN_UP=domains', () => {
  test('an address at a domain gets an account, another one a mail that says why not', async () => {
    await serve('domains:school.example');
    const ann = browser();
    const asked = await ann.send(mailLink, { mail: 'ann@School.example' });
    await ann.send(openLink, { code: linkCode(), name: 'Ann' });
    expect(await ann.who()).toMatchObject({ kind: 'account' });
    const eve = browser();
    for (const route of [mailLink, forgotten]) {
      const answer = await eve.send(route, { mail: 'eve@school.example.evil.example' });
      expect(answer).toEqual(asked);
      expect(lastMail().subject).toBe('No Parley account for this address');
      expect(lastMail().text).toContain('need an email address at school.example');
      expect(lastMail().link).toMatch(/\/sign-in$/);
    }
  });

  test('a guest gets no other address, and takes part all the same; an account keeps signing in', async () => {
    await serve('domains:school.example');
    await parley().people.create({ name: 'Olga', email: 'olga@elsewhere.example' });
    const olga = browser();
    await olga.send(mailLink, { mail: 'olga@elsewhere.example' });
    expect((await olga.send(openLink, { code: linkCode() })).to).toBe('/');
    expect(await olga.who()).toMatchObject({ name: 'Olga' });
    const gil = browser();
    await gil.send(signInGuest, { name: 'Gil' });
    expect((await gil.send(addMail, { mail: 'gil@elsewhere.example' })).refused?.code).toBe('sign_up_domain');
    expect(await gil.who()).toMatchObject({ kind: 'guest' });
    await gil.send(addMail, { mail: 'gil@school.example' });
    await gil.send(confirm, { code: linkCode() });
    expect(await gil.who()).toMatchObject({ kind: 'account' });
  });
});

test('[AU30] with SIGN_UP=oidc no mail makes an account; one there is keeps signing in', async () => {
  await serve('oidc');
  await parley().people.create({ name: 'Olga', email: 'olga@elsewhere.example' });
  const [olga, eve] = [browser(), browser()];
  await eve.send(mailLink, { mail: 'eve@school.example' });
  expect(lastMail().text).toContain('only through a sign-in provider');
  await olga.send(mailLink, { mail: 'olga@elsewhere.example' });
  await olga.send(openLink, { code: linkCode() });
  expect(await olga.who()).toMatchObject({ name: 'Olga' });
  await eve.send(signInGuest, { name: 'Eve' });
  expect((await eve.send(addMail, { mail: 'eve@school.example' })).refused?.code).toBe('sign_up_provider');
});
