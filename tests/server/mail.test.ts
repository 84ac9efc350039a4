import { rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { confirmMail } from '../../server/auth/sign-in/account-mails.ts';
import { startupBanner } from '../../server/compose/startup-banner.ts';
import { mailFailure } from '../../server/mail/mail-failure.ts';
import { createMailer } from '../../server/mail/mailer.ts';
import { sendAll } from '../../server/mail/send-all.ts';
import { invitationMail } from '../../server/services/invitations/invitation-mail.ts';
import { freshDataFolder } from '../support/data-template.ts';
import { upTo } from '../support/log-node.ts';
import { startServerProcess } from '../support/server-process.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';

describe('mail', () => {
  test('[OP10] is printed on one line where there is no server for it', async () => {
    const lines: string[] = [];
    const mailer = createMailer({ smtpUrl: null, mailFrom: '' }, (line) => void lines.push(line));
    await mailer.send(
      confirmMail('ann@example.org', {
        link: 'http://localhost:3000/account/confirm?code=x',
        code: 'AAAA-0000',
      }),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^Mail to ann@example\.org: .* http:\/\/localhost:3000\/account\/confirm\?code=x \|/,
    );
    expect(lines[0]).not.toContain('\n');
  });

  test('[OP10] an invitation is printed on one line, too', async () => {
    const lines: string[] = [];
    const mailer = createMailer({ smtpUrl: null, mailFrom: '' }, (line) => void lines.push(line));
    const said = {
      by: 'Ann',
      title: 'T\nMail to x',
      motion: 'M',
      note: '',
      link: 'http://10.0.0.2:3000/join/abc',
    };
    const letter = invitationMail('gil@example.org', { ...said, expiresAt: new Date(0) });
    expect(await sendAll(mailer, [letter], () => undefined)).toEqual([true]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Mail to gil@example\.org: .* \| http:\/\/10\.0\.0\.2:3000\/join\/abc \|/);
    expect(lines[0]).not.toContain('\n');
  });

  test('in an invitation says the motion once without a title of its own, and calls a hidden inviter a moderator', () => {
    const { text } = invitationMail('gil@example.org', {
      by: null,
      title: 'Trade makes friends',
      motion: 'Trade makes friends.',
      note: 'See you',
      link: 'https://x/join/t',
      expiresAt: new Date(0),
    });
    expect(text.match(/Trade makes friends/g)).toHaveLength(1);
    expect(text).toContain('A moderator invites you');
    expect(text).toContain('A moderator writes: “See you”');
    expect(text).toContain('because a moderator entered your address');
  });

  test('[OP10] is sent to nobody else, whatever an address looks like', async () => {
    const smtp = await startSmtpSink();
    const mailer = createMailer(
      { smtpUrl: smtp.url, mailFrom: 'Parley <parley@example.org>' },
      () => undefined,
    );
    const link = 'https://debates.example.org/account/confirm?code=a_-b';
    await mailer.send({
      ...confirmMail('ann@example.org', { link, code: 'AAAA-0000' }),
      subject: 'x\r\nBcc: eve@example.org',
    });
    expect(smtp.mails).toMatchObject([{ to: 'ann@example.org', from: 'parley@example.org', link }]);
    mailer.close();
    await smtp.stop();
  });

  test('[OP10] that nobody takes fails', async () => {
    const mailer = createMailer(
      { smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'parley@example.org' },
      () => undefined,
    );
    await expect(
      mailer.send(confirmMail('ann@example.org', { link: 'http://x', code: 'AAAA-0000' })),
    ).rejects.toThrow();
    mailer.close();
  });

  test('[NO9] that the mail server doesn’t accept in time is given up, connection and all', async () => {
    const smtp = await startSmtpSink();
    const release = smtp.hold();
    const mailer = createMailer({ smtpUrl: smtp.url, mailFrom: 'parley@example.org' }, () => undefined);
    const letter = confirmMail('ann@example.org', { link: 'http://x', code: 'AAAA-0000' });
    await expect(mailer.send({ ...letter, patience: 300 })).rejects.toThrow();
    await expect.poll(() => smtp.open).toBe(0);
    release();
    mailer.close();
    await smtp.stop();
  });

  test.each([
    ['recipient', '550 5.1.1 <ann@example.org>: Recipient address rejected: User unknown', 'mail'],
    ['recipient', '550 No such user here', 'mail'],
    ['recipient', '452 4.2.2 Mailbox full', 'mail'],
    ['text', '552 5.3.4 Message size exceeds the limit', 'mail'],
    ['recipient', '530 5.7.0 Authentication required', 'account'],
    ['recipient', '550 5.1.8 <parley@example.org>: Sender address rejected: Domain not found', 'account'],
    ['recipient', '553 5.7.1 <parley@example.org>: Sender address rejected: not owned by user', 'policy'],
    ['recipient', '454 4.7.1 <ann@example.org>: Relay access denied', 'policy'],
    ['text', '554 Message rejected: Email address is not verified.', 'policy'],
    ['text', '554 5.7.1 Spam message rejected', 'policy'],
  ] as const)('[OP10] refused to a %s with “%s” failed at its %s', async (to, reply, failure) => {
    const smtp = await startSmtpSink();
    const mailer = createMailer({ smtpUrl: smtp.url, mailFrom: 'parley@example.org' }, () => undefined);
    smtp.refuse({ to, reply });
    const sent = mailer.send(confirmMail('ann@example.org', { link: 'http://x', code: 'AAAA-0000' }));
    expect(mailFailure(await sent.catch((error: unknown) => error))).toBe(failure);
    expect(smtp.mails).toEqual([]);
    mailer.close();
    await smtp.stop();
  });

  test('[OP10] to many, where the mail server is away, does not wait for it once for each', async () => {
    let tried = 0;
    const mailer = {
      send: async () => {
        tried += 1;
        throw new Error('away');
      },
      close: () => undefined,
    };
    const letters = upTo(50).map(() => ({ to: 'x@x.org', subject: '', text: '', html: '' }));
    expect(await sendAll(mailer, letters, () => undefined)).toEqual(letters.map(() => false));
    expect(tried).toBeLessThanOrEqual(4);
  });

  test.each([
    ['the rest isn’t tried', '530 5.7.0 Authentication required', 4],
    ['the rest is tried too', '554 5.7.1 <ann@example.org>: Recipient address rejected', 6],
  ])('[OP10] to many: %s after “%s”', async (_what, reply, most) => {
    const smtp = await startSmtpSink();
    const mailer = createMailer({ smtpUrl: smtp.url, mailFrom: 'parley@example.org' }, () => undefined);
    smtp.refuse({ to: 'recipient', reply });
    const letter = confirmMail('ann@example.org', { link: 'http://x', code: 'AAAA-0000' });
    const errors: unknown[] = [];
    await sendAll(mailer, Array(6).fill(letter), (error) => void errors.push(error));
    expect(errors).toHaveLength(most);
    mailer.close();
    await smtp.stop();
  });

  test.each([
    ['::1', 'http://[::1]:4104'],
    ['::', 'http://localhost:4104'],
    ['127.0.0.1', 'http://127.0.0.1:4104'],
    ['parley.local', 'http://parley.local:4104'],
  ])('[AU18] the link printed by a server that listens at %s is an address', (host, address) => {
    const lines = startupBanner(
      { appUrl: null, host },
      { port: 4104, administratorLink: '/administrator?code=x' },
    );
    expect(lines[0]).toBe(`Parley is at ${address}`);
    expect(lines[1]).toContain(` ${address}/administrator?code=x`);
  });

  test('[AU18] the server prints the first administrator’s link', async () => {
    const dataDir = await freshDataFolder();
    const server = await startServerProcess({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
    expect(server.output()).toMatch(
      /^The first person to open this link.* http:\/\/\S+\/administrator\?code=[\w-]{43}$/m,
    );
    await server.end('SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
    // A process of its own, from its sources: slow on a machine that does something else too.
  });
});
