import { createTransport } from 'nodemailer';
import { inOneLine } from './letter.ts';

/** A mail to one address, in plain text and as simple HTML. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What makes it the same mail when it is sent again; absent: one of its own each time. */
  readonly messageId?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What sends mail. */
export interface Mailer {
  /** Kept when the mail was handed over; fails where the mail server does not take it within ten seconds. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Milliseconds the mail server has for each step. */
const PATIENCE = 10_000;

/**
 * Sends through an SMTP server; without one (`smtpUrl` is null) each mail is printed, on a line of its own. Mails are dated by
 * `now`, the server's clock.
 */
export function createMailer(
  { smtpUrl, mailFrom }: { smtpUrl: string | null; mailFrom: string },
  print: (line: string) => void,
  now: () => number = Date.now,
): Mailer {
  if (smtpUrl === null) return printedMail(print);
  const transport = createTransport(smtpUrl, {
    from: mailFrom,
    // Nothing in a mail of ours is a file or an address to read from: so nothing that was slipped in is read either.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, ...mail }) => {
      const sent = transport.sendMail({ to: { name: '', address: to }, date: new Date(now()), ...mail });
      await Promise.race([sent, refusedAfter(PATIENCE)]);
    },
    close: () => transport.close(),
  };
}

function printedMail(print: (line: string) => void): Mailer {
  return {
    send: async ({ to, subject, text }) => {
      print(
        `Mail to ${to}: ${inOneLine(subject)} | ${text
          .split('\n')
          .map(inOneLine)
          .filter((line) => line !== '')
          .join(' | ')}`,
      );
    },
    close: () => undefined,
  };
}

function refusedAfter(milliseconds: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The mail server did not answer')), milliseconds).unref();
  });
}
