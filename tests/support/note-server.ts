import { afterAll, beforeAll, expect } from 'vitest';
import { POST as openLink } from '../../app/api/sign-in/link/route.ts';
import { POST as mailLink } from '../../app/api/sign-in/mail/route.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { Names } from '../../domain/debate/head/head.ts';
import { parley } from '../../server/handle.ts';
import { connectLive, type LiveClient } from './live-client.ts';
import { freePort } from './postgres-process.ts';
import { type ReceivedMail, type SmtpSink, startSmtpSink } from './smtp-sink.ts';
import { TestBrowser } from './test-browser.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** Someone in a debate. */
export interface NotedPerson extends Pick<LiveClient, 'socket' | 'submit' | 'close'> {
  readonly id: string;
  readonly email: string | null;
  readonly browser: TestBrowser;
  /** Asks for what must be accepted. */
  does(...operations: Operation[]): Promise<void>;
}

/** A server with a mail server, an address and a clock of its own. */
export interface NoteServer {
  readonly server: TestServer;
  readonly smtp: SmtpSink;
  /** Sets the server's clock, or puts it forward by so many milliseconds. */
  setClock(to: string): void;
  pass(milliseconds: number): void;
  /** An account that has not joined a debate. */
  account(name: string): Promise<{ readonly browser: TestBrowser; readonly email: string }>;
  /** A debate of a new account. */
  debate(names?: Names): Promise<{ debateId: string; owner: NotedPerson }>;
  /** Someone new, with an account or as a guest, in a debate. */
  joins(debateId: string, name: string, as?: 'account' | 'guest'): Promise<NotedPerson>;
  /** Someone who was there before a restart, again. */
  rejoins(debateId: string, person: NotedPerson): Promise<NotedPerson>;
  /** How much is new in someone's inbox. */
  unread(person: NotedPerson): Promise<number>;
  /** The notification emails of a person. */
  mailsTo(person: NotedPerson): readonly ReceivedMail[];
}

/** How often a look of the server is waited for, in milliseconds. */
export const SOON = { interval: 100 } as const;

/** Gives a test file such a server. */
export function withNoteServer(): NoteServer {
  let server: TestServer;
  let smtp: SmtpSink;
  let clock = Date.parse('2026-03-02T12:00:00Z');
  beforeAll(async () => {
    smtp = await startSmtpSink();
    const port = await freePort();
    const settings = {
      PORT: `${port}`,
      APP_URL: `http://127.0.0.1:${port}`,
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Parley <parley@example.org>',
    };
    server = await startTestServer({ settings, now: () => clock });
  });
  afterAll(async () => {
    await server.stop();
    await smtp.stop();
  });
  const account = (name: string) => makeAccount(server, smtp, name);
  return {
    get server() {
      return server;
    },
    get smtp() {
      return smtp;
    },
    setClock: (to) => {
      clock = Date.parse(to);
    },
    pass: (milliseconds) => {
      clock += milliseconds;
    },
    account,
    debate: async (names) => {
      const { browser, email } = await account('Olga');
      const positions = [{ name: 'Yes', hue: 'blue' as const, summary: '' }];
      const input = {
        title: 'Trade',
        motion: 'Trade makes friends',
        positions,
        visibility: 'public' as const,
      };
      const maker = (await browser.who()) ?? expect.fail('nobody');
      const made = await parley().debates.create(maker, names ? { ...input, names } : input);
      const debateId = made.ok ? made.debateId : expect.fail('not made');
      return { debateId, owner: await opened(server.origin, debateId, browser, email) };
    },
    joins: async (debateId, name, as = 'guest') => {
      if (as === 'account') {
        const { browser, email } = await account(name);
        return opened(server.origin, debateId, browser, email);
      }
      const browser = new TestBrowser(() => server.origin);
      const signedIn = await parley().auth.signInGuest(name, new Headers());
      if (!signedIn.ok) return expect.fail(signedIn.rejection.code);
      browser.keep(new Response(null, { headers: signedIn.cookies.map((line) => ['set-cookie', line]) }));
      return opened(server.origin, debateId, browser, null);
    },
    rejoins: (debateId, { browser, email }) => opened(server.origin, debateId, browser, email),
    unread: async ({ browser }) => parley().inbox.unread((await browser.who()) ?? expect.fail('nobody')),
    mailsTo: ({ email }) =>
      smtp.mails.filter(({ to, head }) => to === email && head.includes('List-Unsubscribe')),
  };
}

let people = 0;

async function makeAccount(server: TestServer, smtp: SmtpSink, name: string) {
  people += 1;
  // Each from an address of their own: sign-ins from one are counted.
  const browser = new TestBrowser(() => server.origin, { address: `192.0.2.${people % 250}` });
  const email = `${name.toLowerCase()}${people}@example.org`;
  await browser.send(mailLink, { mail: email });
  const link = smtp.mails.findLast(({ to }) => to === email)?.link ?? expect.fail('no mail');
  await browser.send(openLink, { code: new URL(link).searchParams.get('code') ?? '', name });
  return { browser, email };
}

/** Opens a debate in a browser. */
async function opened(
  origin: string,
  debateId: string,
  browser: TestBrowser,
  email: string | null,
): Promise<NotedPerson> {
  const client = await connectLive(origin, { cookie: browser.cookie });
  const welcome = await client.open(debateId);
  const id = (welcome.ok && welcome.participantId) || expect.fail('not in the debate');
  const does = async (...operations: Operation[]) => {
    for (const operation of operations) expect(await client.submit(operation)).toMatchObject({ ok: true });
  };
  return { ...client, id, email, browser, does };
}
