import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** A mail as it came over the wire, its text decoded. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** All that stands before its body. */
  readonly head: string;
  readonly text: string;
  /** The first link in its text. */
  readonly link: string;
  /** All of it, as sent. */
  readonly source: string;
}

/** At which step mails are refused, and whether for good; `true`: their recipient, for good. Or the reply to a recipient or a text. */
export type SmtpRefusal = boolean | 'for now' | 'sign-in' | 'sender' | SmtpReply;

type SmtpReply = { readonly to: 'recipient' | 'text'; readonly reply: string };

/** A mail server that takes every mail, or none. */
export interface SmtpSink {
  /** With a name and a password. */
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Connections that are open now. */
  readonly open: number;
  /** From now on mails are refused, or taken again. */
  refuse(refusing: SmtpRefusal): void;
  /** From now on the reply to a mail that was taken waits until the returned function is called. */
  hold(): () => void;
  /** The next mail is taken, and the connection breaks before it is said. */
  breakOff(): void;
  stop(): Promise<void>;
}

/** Starts a mail server on a free port of this machine. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: ReceivedMail[] = [];
  let refusing: SmtpRefusal = false;
  let breaking = false;
  let held: Promise<void> = Promise.resolve();
  let open = 0;
  const server = createServer((socket) => {
    open += 1;
    socket.once('close', () => {
      open -= 1;
    });
    converse(
      socket,
      () => refusing,
      (mail) => {
        mails.push(mail);
        if (breaking) socket.destroy();
        breaking = false;
        return held;
      },
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://parley:secret@127.0.0.1:${portOf(server)}`,
    mails,
    get open() {
      return open;
    },
    refuse: (now) => {
      refusing = now;
    },
    hold: () => {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    breakOff: () => {
      breaking = true;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function converse(
  socket: Socket,
  refusing: () => SmtpRefusal,
  take: (mail: ReceivedMail) => Promise<void>,
): void {
  let [from, to, buffer] = ['', '', ''];
  let data: string[] | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const replyTo = (step: SmtpReply['to']) => {
    const now = refusing();
    return typeof now === 'object' && now.to === step ? now.reply : null;
  };
  const hear = (line: string) => {
    if (data !== null) {
      if (line !== '.') return void data.push(line.replace(/^\.\./, '.'));
      const reply = replyTo('text');
      const taken = reply === null ? take(readMail(from, to, data.join('\r\n'))) : Promise.resolve();
      data = null;
      return void taken.then(() => say(reply ?? '250 taken'));
    }
    const [, address = ''] = line.match(/<(.*?)>/) ?? [];
    if (/^EHLO/i.test(line)) return say('250-sink\r\n250 AUTH PLAIN');
    if (/^AUTH/i.test(line)) return say(refusing() === 'sign-in' ? '535 wrong password' : '235 ok');
    if (/^MAIL/i.test(line)) from = address;
    if (/^MAIL/i.test(line) && refusing() === 'sender') return say('553 not your address');
    if (/^RCPT/i.test(line)) to = address;
    if (/^RCPT/i.test(line) && refusing() === true) return say('550 never');
    if (/^RCPT/i.test(line) && refusing() === 'for now') return say('451 not now');
    if (/^RCPT/i.test(line)) return say(replyTo('recipient') ?? '250 ok');
    if (/^DATA/i.test(line)) {
      data = [];
      return say('354 go on');
    }
    if (/^QUIT/i.test(line)) {
      say('221 bye');
      return socket.end();
    }
    return say('250 ok');
  };
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    buffer += chunk.toString('utf8');
    const lines = buffer.split('\r\n');
    buffer = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
  say('220 sink');
}

function readMail(from: string, to: string, source: string): ReceivedMail {
  const [head = ''] = source.split('\r\n\r\n');
  const subject = source.match(/^Subject: (.*)$/m)?.[1]?.trim() ?? '';
  const [before = '', part = ''] = source.split(/Content-Type: text\/plain/);
  const [partHead = ''] = part.split('\r\n\r\n');
  // By its name: a line that is broken within a code may begin with two hyphens, too.
  const boundary = [...before.matchAll(/boundary="([^"]+)"/g)].at(-1)?.[1];
  const content = part.slice(partHead.length + 4);
  const plain = boundary === undefined ? content : (content.split(`\r\n--${boundary}`)[0] ?? '');
  const text = decoded(plain, partHead);
  return { from, to, subject, head, text, link: text.match(/https?:\/\/\S+/)?.[0] ?? '', source };
}

function decoded(text: string, head: string): string {
  if (head.includes('base64')) return Buffer.from(text, 'base64').toString('utf8');
  if (!head.includes('quoted-printable')) return text;
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
