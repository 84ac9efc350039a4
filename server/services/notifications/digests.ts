import { randomBytes } from 'node:crypto';
import { DEFAULT_MAIL } from '#domain/notifications/mail-times.ts';
import type { Digest } from '#prisma/client/client.ts';
import type { Database } from '../../database/open-database.ts';
import type { Rooms } from '../../log/rooms.ts';
import { isRefusedForGood, mailFailure } from '../../mail/mail-failure.ts';
import type { Mailer } from '../../mail/mailer.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import { every } from '../../timing/polling.ts';
import type { Participants } from '../participants/participants.ts';
import { DIGEST_PATIENCE, digestMail } from './digest-mail.ts';
import { DueMails, type Waiting } from './due-mails.ts';
import { sendNotifications } from './send-notifications.ts';
import { readMailChoice, UNCHOSEN } from './stored-choices.ts';
import type { UnsubscribeTokens } from './unsubscribe-tokens.ts';

/** Milliseconds after which an unfinished email without news is tried by any node that finds it: its server was killed. */
const LEASE = DIGEST_PATIENCE + 30_000;
const LAST_WAIT = 2 * 3_600_000;
/** Milliseconds after which a rejected email is tried again; after the last one it is given up. The notifications are in the inbox. */
const AGAIN_AFTER = [60_000, 5 * 60_000, 30 * 60_000, LAST_WAIT] as const;
/** Milliseconds for which an email refused by a rule of the mail server is tried: it may be about our sender. */
const POLICY_PATIENCE = 7 * 86_400_000;
/** Emails tried per round. */
const AT_ONCE = 50;
/** Maximum notifications looked up for one email, newest first: more than it has room for. */
const NOTES = 1_000;

export interface DigestsParts {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly participants: Participants;
  readonly mailer: Mailer;
  readonly tokens: UnsubscribeTokens;
  /** The address of this site. */
  readonly site: string;
  /** The server's clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}

/**
 * Emails people their notifications, all waiting ones in one email. An email is created in the database, with its notifications, in one
 * statement that only one of several nodes wins; it is deleted there when the mail server has accepted it. Its text is made when it is
 * sent. A server killed in between sends it again, as the same email: with the same Message-ID.
 */
export class Digests {
  readonly #parts: DigestsParts;
  readonly #due = new DueMails();
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(parts: DigestsParts) {
    this.#parts = parts;
  }

  /** Checks once a second for due emails. Returns a function that stops it, whose promise resolves when the email being sent is done. */
  watch(milliseconds: number): () => Promise<void> {
    const look = () => {
      this.#looking = this.look();
      return this.#looking;
    };
    const stop = every(milliseconds, look, this.#parts.failed);
    return async () => {
      this.#stopped = true;
      stop();
      await this.#looking.catch(() => undefined);
    };
  }

  /** Creates the emails that are due, and sends those created. */
  async look(): Promise<void> {
    const now = this.#parts.now();
    for (const person of await finishInTurns(this.#due.due(await this.#waiting(), now))) {
      if (this.#stopped) return;
      await this.#make(person, now);
    }
    const digests = await this.#prisma.digest.findMany({
      where: { nextAt: { lte: now } },
      orderBy: { nextAt: 'asc' },
      take: AT_ONCE,
    });
    for (const digest of digests) {
      if (this.#stopped) return;
      const { id, nextAt } = digest;
      const { count } = await this.#prisma.digest.updateMany({
        where: { id, nextAt },
        // Not from the beginning of the round: those before may have taken longer than that.
        data: { nextAt: this.#parts.now() + LEASE, tries: { increment: 1 } },
      });
      // Another node has taken it.
      if (count === 0) continue;
      if (!(await this.#try(digest))) return;
    }
  }

  get #prisma() {
    return this.#parts.database.prisma;
  }

  #waiting(): Promise<Waiting[]> {
    return this.#prisma.$queryRaw<Waiting[]>`
      SELECT n.user_id AS "userId", min(n.at) AS since, c.pace, coalesce(c.zone, '') AS zone,
             coalesce(c.hour, 0) AS hour, coalesce(c.mails, 0) AS mails, c.mailed_at AS "mailedAt"
      FROM note n LEFT JOIN mail_choice c ON c.user_id = n.user_id
      WHERE n.to_mail GROUP BY n.user_id, c.user_id`;
  }

  /** Creates a person's next email, unless another node has just done it. */
  async #make({ userId, mails }: Waiting, now: number): Promise<void> {
    const id = randomBytes(15).toString('base64url');
    const { pace, hour } = DEFAULT_MAIL;
    await this.#prisma.$executeRaw`
      WITH turn AS (
        INSERT INTO mail_choice (user_id, pace, zone, hour, mails, mailed_at)
        SELECT u.id, ${pace}, ${UNCHOSEN}, ${hour}, 1, ${BigInt(now)}::bigint FROM app_user u WHERE u.id = ${userId}
        ON CONFLICT (user_id) DO UPDATE SET mails = mail_choice.mails + 1, mailed_at = excluded.mailed_at
          WHERE mail_choice.mails = ${mails}
        RETURNING user_id
      ), made AS (
        INSERT INTO digest (id, user_id, made_at, next_at)
        SELECT ${id}, user_id, ${BigInt(now)}::bigint, ${BigInt(now)}::bigint FROM turn RETURNING user_id
      )
      UPDATE note SET to_mail = false, mail_id = ${id} FROM made WHERE note.user_id = made.user_id AND note.to_mail`;
  }

  /** Sends an email that belongs to this node. Returns false if the mail server fails: the others wait. */
  async #try({ id, userId, madeAt, tries }: Digest): Promise<boolean> {
    const done = () => this.#prisma.digest.deleteMany({ where: { id } });
    try {
      await this.#send(id, userId);
      await done();
      return true;
    } catch (error) {
      this.#parts.failed(error);
      const failure = mailFailure(error);
      const isPatient = failure === 'policy' && this.#parts.now() - Number(madeAt) < POLICY_PATIENCE;
      const wait = AGAIN_AFTER[tries] ?? (isPatient ? LAST_WAIT : undefined);
      if (failure === 'account') await this.#postponeAll(id, tries);
      else if (wait === undefined || isRefusedForGood(error)) await done();
      else
        await this.#prisma.digest.updateMany({ where: { id }, data: { nextAt: this.#parts.now() + wait } });
      return isRefusedForGood(error);
    }
  }

  /** Postpones every due email, and gives this one its try back: the mail server refused our sign-in or sender, not an email. */
  async #postponeAll(id: string, tries: number): Promise<void> {
    const now = this.#parts.now();
    const nextAt = now + AGAIN_AFTER[0];
    await this.#prisma.digest.updateMany({ where: { id }, data: { nextAt, tries } });
    await this.#prisma.digest.updateMany({ where: { nextAt: { lte: now } }, data: { nextAt } });
  }

  async #send(id: string, userId: string): Promise<void> {
    const { mailer, tokens, site } = this.#parts;
    const person = await this.#prisma.user.findUnique({
      where: { id: userId, erasing: null },
      select: { email: true, mailChoice: true },
    });
    const choice = readMailChoice(person?.mailChoice ?? null);
    if (!person?.email || choice.pace === 'off') return;
    const notes = await this.#prisma.note.findMany({
      where: { mailId: id, read: false },
      orderBy: [{ at: 'desc' }, { seq: 'desc' }, { kind: 'asc' }, { about: 'asc' }],
      take: NOTES,
    });
    const debates = await sendNotifications(this.#parts, notes);
    if (debates.length === 0) return;
    const unsubscribe = `${site}/api/unsubscribe?token=${encodeURIComponent(tokens.of(userId))}`;
    const messageId = `<${id}@${new URL(site).hostname}>`;
    await mailer.send(digestMail(person.email, debates, { site, messageId, choice, unsubscribe }));
  }
}
