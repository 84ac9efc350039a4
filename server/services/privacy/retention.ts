import { storedTypes } from '#domain/debate/engine/upcast.ts';
import { inStretches } from '../../database/in-stretches.ts';
import type { Database } from '../../database/open-database.ts';
import { nextTurn } from '../../timing/next-turn.ts';
import { isEndedGuest } from './ended-guests.ts';
import type { Erasures } from './erasures.ts';
import type { QuietDebates } from './quiet-debates.ts';

const DAY = 86_400_000;
/** Rows deleted or read per statement: the embedded database runs on the server's thread. */
const AT_ONCE = 5_000;
/** Milliseconds for which a node has the sweep to itself: if it is killed, another goes on after that. */
const LEASE = 10 * 60_000;
const TURN = 'retention';

interface RetentionParts {
  readonly database: Database;
  readonly erasures: Pick<Erasures, 'eraseOrLeave'>;
  /** Days for which the answers to operations are kept. */
  readonly answerDays: number;
  /** Days after which a guest who can't come back and contributed nothing is erased; `null`: never. */
  readonly guestDays: number | null;
  readonly quiet: Pick<QuietDebates, 'sweep'>;
  readonly now: () => number;
  /** Guests looked at per statement. */
  readonly guestsAtOnce?: number;
}

/** A guest in a debate, by their participant there. */
interface GuestPart {
  readonly userId: string;
  readonly debateId: string | null;
  readonly participantId: string | null;
}

/** Deletes what the settings say isn't needed any longer. */
export class Retention {
  readonly #parts: RetentionParts;
  #guestsSweptAt = Number.NEGATIVE_INFINITY;

  constructor(parts: RetentionParts) {
    this.#parts = parts;
  }

  /** Deletes what is too old, and puts quiet debates away; guests once a day. One node at a time: what it leaves, the next sweep does. */
  async sweep(): Promise<void> {
    const turn = await this.#takeTurn();
    if (turn === null) return;
    try {
      await this.#sweepAll();
    } finally {
      // Only its own: if it took longer than the lease, another node may be sweeping by now.
      await this.#parts.database.prisma.setting.deleteMany({ where: { key: TURN, value: turn } });
    }
  }

  /** Returns the stored end of this sweep's lease; `null` while another node sweeps. */
  async #takeTurn(): Promise<string | null> {
    const { database, now } = this.#parts;
    const turn = String(now() + LEASE);
    const taken = await database.prisma.$executeRaw`
      INSERT INTO setting (key, value) VALUES (${TURN}, ${turn})
      ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE setting.value::bigint < ${BigInt(now())}::bigint`;
    return taken > 0 ? turn : null;
  }

  async #sweepAll(): Promise<void> {
    const { guestDays, quiet, now } = this.#parts;
    await this.#sweepAnswers();
    await quiet.sweep();
    if (guestDays === null || now() - this.#guestsSweptAt < DAY) return;
    await this.#sweepGuests(guestDays);
    this.#guestsSweptAt = now();
  }

  /** An operation that is sent again after that would be decided again. */
  async #sweepAnswers(): Promise<void> {
    const { database, answerDays, now } = this.#parts;
    const before = new Date(now() - answerDays * DAY);
    await inStretches(
      AT_ONCE,
      (limit) => database.prisma.$executeRaw`
        DELETE FROM submission WHERE (debate_id, client_id, client_seq) IN (
          SELECT debate_id, client_id, client_seq FROM submission WHERE at < ${before} LIMIT ${limit})`,
    );
  }

  async #sweepGuests(days: number): Promise<void> {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const parts: GuestPart[] = await this.#guestsGone(days, after);
      await this.#eraseQuiet(parts);
      after = parts.at(-1)?.userId;
    }
  }

  /** Erases those of these guests who did no more than join. */
  async #eraseQuiet(parts: readonly GuestPart[]): Promise<void> {
    const active = new Set<string>();
    for (const debateId of new Set(parts.map((part) => part.debateId)))
      if (debateId !== null)
        for (const id of await this.#contributorsAmong(
          debateId,
          parts.filter((part) => part.debateId === debateId),
        ))
          active.add(id);
    const guests = [...new Set(parts.map(({ userId }) => userId))].filter((id) => !active.has(id));
    for (const id of guests) {
      await this.#parts.erasures.eraseOrLeave(id);
      await nextTurn();
    }
  }

  /** The next guests, by number, as whom nobody can sign in again. */
  #guestsGone(days: number, after: string): Promise<GuestPart[]> {
    const { database, now } = this.#parts;
    const before = new Date(now() - days * DAY);
    return database.prisma.$queryRaw<GuestPart[]>`
      SELECT g.id AS "userId", p.debate_id AS "debateId", p.id AS "participantId"
      FROM (
        SELECT u.id FROM app_user u
        WHERE u.id > ${after} AND u.created_at <= ${before} AND u.erasing IS NULL AND ${isEndedGuest(now())}
        ORDER BY u.id LIMIT ${this.#parts.guestsAtOnce ?? AT_ONCE}
      ) g LEFT JOIN participant p ON p.user_id = g.id ORDER BY g.id`;
  }

  /** The guests among these of whom a debate's log has more than that they joined. */
  async #contributorsAmong(debateId: string, parts: readonly GuestPart[]): Promise<string[]> {
    const { prisma } = this.#parts.database;
    const userOf = new Map(parts.map(({ participantId, userId }) => [participantId ?? '', userId]));
    const ids = [...userOf.keys()];
    const head = (await prisma.debate.findUnique({ where: { id: debateId } }))?.head ?? 0;
    const found = new Set<string>();
    for (let after = 0; after < head; after += AT_ONCE) {
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT DISTINCT w.id FROM log_entry e, LATERAL (VALUES (e.actor_id), (e.author_id)) w (id)
        WHERE e.debate_id = ${debateId} AND e.seq > ${after} AND e.seq <= ${after + AT_ONCE}
          AND w.id = ANY (${ids}::text[]) AND e.type <> ALL (${storedTypes(['participant.joined'])}::text[])`;
      for (const { id } of rows) found.add(userOf.get(id) ?? '');
      await nextTurn();
    }
    return [...found];
  }
}
