import { afterAll, beforeAll, expect } from 'vitest';
import { type ReceivedMail, type SmtpSink, startSmtpSink } from './smtp-sink.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** A server, the mail server it sends through, and its clock. */
export interface MailingServer {
  /** There from the first test on. */
  readonly server: TestServer;
  readonly smtp: SmtpSink;
  /** Milliseconds the server's clock goes ahead. */
  ahead: number;
  /** The last mail that was sent to an address. */
  readonly lastMail: (to: string) => ReceivedMail;
  /** The code in the link of that mail. */
  readonly mailedCode: (to: string) => string;
}

/** Gives a test file such a server; `settings` are read again at each start. */
export function withMailingServer(settings: Record<string, string> = {}): MailingServer {
  let server: TestServer;
  let smtp: SmtpSink;
  const lastMail = (to: string) => smtp.mails.findLast((sent) => sent.to === to) ?? expect.fail('no mail');
  const running: MailingServer = {
    get server() {
      return server;
    },
    get smtp() {
      return smtp;
    },
    ahead: 0,
    lastMail,
    mailedCode: (to) => new URL(lastMail(to).link).searchParams.get('code') ?? '',
  };
  beforeAll(async () => {
    smtp = await startSmtpSink();
    Object.assign(settings, { SMTP_URL: smtp.url, MAIL_FROM: 'Parley <parley@example.org>' });
    server = await startTestServer({ settings, appUrl: 'own', now: () => Date.now() + running.ahead });
  });
  afterAll(async () => {
    await server.stop();
    await smtp.stop();
  });
  return running;
}
