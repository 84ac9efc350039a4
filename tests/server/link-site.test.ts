import { hostname, networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POST as mailLink } from '../../app/api/sign-in/mail/route.ts';
import { parley } from '../../server/handle.ts';
import { linkSite } from '../../server/http/link-site.ts';
import type { Mail } from '../../server/mail/mailer.ts';
import { TestBrowser } from '../support/test-browser.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const APP = 'https://debates.example.org';
const LISTENS = { appUrl: null, host: '0.0.0.0' };

describe('[AU26] links in mails', () => {
  test.each(['debates.example.org', 'evil.example', '203.0.113.9', null])(
    'lead to APP_URL, whatever the request names (%s)',
    (host) => expect(linkSite(host, { ...LISTENS, appUrl: APP }, 3000)).toBe(APP),
  );

  const interfaces = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const own = interfaces.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address));
  test.each(['localhost', hostname().toLowerCase(), ...own])(
    'lead to %s, a name or address of this machine',
    (name) => {
      expect(linkSite(`${name}:3000`, LISTENS, 3000)).toBe(new URL(`http://${name}:3000`).origin);
      expect(linkSite(`${name}:3001`, LISTENS, 3000)).toBe('http://localhost:3000');
    },
  );

  test.each(['203.0.113.9:3000', '[2001:db8::9]:3000', 'evil.example:3000', 'x/../y', '', null])(
    'do not lead to %s, which is none of them',
    (host) => expect(linkSite(host, LISTENS, 3000)).toBe('http://localhost:3000'),
  );
});

describe('[AU26] a request for a link', () => {
  let server: TestServer;
  const mails: Mail[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    const { mailer } = parley();
    const print = mailer.send.bind(mailer);
    mailer.send = async (mail) => {
      mails.push(mail);
      await print(mail);
    };
  });

  afterAll(() => server.stop());

  test('with a forged Host and an Origin to match gets a link to this machine', async () => {
    const { port } = new URL(server.origin);
    const forger = new TestBrowser(() => `http://203.0.113.9:${port}`);
    expect(await forger.send(mailLink, { mail: 'ann@example.org' })).toMatchObject({ status: 303 });
    expect(mails.at(-1)?.text).toContain(`http://127.0.0.1:${port}/sign-in/link`);
    expect(mails.at(-1)?.text).not.toContain('203.0.113.9');
  });
});
