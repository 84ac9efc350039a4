import { createTransport } from 'nodemailer';
import { inOneLine } from './letter.ts';

/** An email to one address, in plain text and as simple HTML. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Identifies the email if it is sent again; if absent, a new id each time. */
  readonly messageId?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds the mail server has to accept it; if absent, ten seconds, for which a person waits. */
  readonly patience?: number;
}

/** Sends emails. */
export interface Mailer {
  /** Resolves when the email was handed over; rejects if the mail server doesn't accept it in time: the attempt has ended then. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Milliseconds the mail server has to accept an email. */
const PATIENCE = 10_000;
/** Milliseconds it has to greet: more patience is for one that accepts slowly, not for one that is away. */
const GREETING = 30_000;

/**
 * Sends through an SMTP server; without one (`smtpUrl` is `null`) each email is printed on a separate line. Emails are dated by `now`, the
 * server's clock.
 */
export function createMailer(
  { smtpUrl, mailFrom }: { smtpUrl: string | null; mailFrom: string },
  print: (line: string) => void,
  now: () => number = Date.now,
): Mailer {
  if (smtpUrl === null) return printedMail(print);
  const transport = createTransport(
    { url: smtpUrl, connectionTimeout: GREETING },
    {
      from: mailFrom,
      // Our emails contain no files or addresses to read from: injected ones must not be read either.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
  );
  return {
    send: async ({ to, patience = PATIENCE, ...mail }) => {
      // Ends the connection too: an email that was given up would be accepted late, and once more when it is tried again.
      const signal = AbortSignal.timeout(patience);
      await transport.sendMail({ to: { name: '', address: to }, date: new Date(now()), ...mail, signal });
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
