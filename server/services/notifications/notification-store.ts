import { DEFAULT_MAIL } from '#domain/notifications/mail-times.ts';
import {
  isRepeatable,
  NOTIFICATION_KINDS,
  NOTIFICATION_LIMITS,
  type Notification,
  type NotificationChoice,
} from '#domain/notifications/notification.ts';
import type { NotificationChoices } from '#domain/notifications/notifications-for.ts';
import { type NoteChoice, Prisma } from '#prisma/client/client.ts';
import type { Database } from '../../database/open-database.ts';
import { readNotificationChoice } from './stored-choices.ts';

const AGAIN = NOTIFICATION_KINDS.filter(isRepeatable);
const DAY = 86_400_000;
/** Attempts to store notifications while a search of the log moves the debate's cursor. */
const TRIES = 10;

/** Entries of a debate after `from` up to `to`, and the notifications from them. */
export interface LookedThrough {
  readonly debateId: string;
  readonly from: number;
  readonly to: number;
  readonly notes: readonly Notification[];
  /** The server time of the next reminder of a task, as the debate stands now; null: none is known. */
  readonly remindAt: number | null;
}

/** Stored notifications, and each debate's cursor up to which it was searched for them. */
export class NotificationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Debates with entries not searched yet. Of deleted ones only those searched before: their owners are notified why they are gone. Debates
   * still being created never were. Copies from before a board was cleared count as searched up to their end.
   */
  async behind(): Promise<string[]> {
    const rows = await this.#database.prisma.$queryRaw<{ id: string }[]>`
      SELECT d.id FROM debate d LEFT JOIN note_cursor c ON c.debate_id = d.id
      WHERE d.head > coalesce(c.seq, 0) AND (d.visibility <> 'deleted' OR c.seq IS NOT NULL)`;
    return rows.map(({ id }) => id);
  }

  /** The cursor of a debate, and its head; 0 of 0 if there is none. */
  async reach(debateId: string): Promise<readonly [cursor: number, head: number]> {
    const row = await this.#database.prisma.debate.findUnique({
      where: { id: debateId },
      select: { head: true, noteCursor: { select: { seq: true } } },
    });
    return [row?.noteCursor?.seq ?? 0, row?.head ?? 0];
  }

  /** The notification choices of the participants, by debate. */
  async choices(debateIds: readonly string[]): Promise<Map<string, NotificationChoices>> {
    const statement = Prisma.sql`
      SELECT debate_id AS "debateId", participant_id AS "participantId", level, muted FROM note_choice
      WHERE debate_id = ANY (${[...debateIds]}::text[])`;
    const rows = await this.#database.rowsOf<NoteChoice>(statement, 'shared');
    const choices = new Map(debateIds.map((debateId) => [debateId, new Map<string, NotificationChoice>()]));
    for (const row of rows) choices.get(row.debateId)?.set(row.participantId, readNotificationChoice(row));
    return choices;
  }

  /** Creates a debate's cursor. */
  async begin(debateId: string): Promise<void> {
    await this.#database.prisma.$executeRaw`
      INSERT INTO note_cursor (debate_id, seq) SELECT id, 0 FROM debate WHERE id = ${debateId}
      ON CONFLICT DO NOTHING`;
  }

  /**
   * Stores the notifications of stretches together with the new cursors, unless another node has moved a debate's cursor. The same
   * notification of the same entry, stored again after a search that was cut off, changes nothing. People without a
   * confirmed address, or with emails turned off, get no email. Returns the debates that were written, and how many notifications of each.
   */
  async write(stretches: readonly LookedThrough[], mails: boolean): Promise<ReadonlyMap<string, number>> {
    const made = stretches.flatMap(({ debateId, notes }) =>
      onceEach(notes).map((note) => ({ debateId, ...note })),
    );
    const turn = Prisma.sql`
      UPDATE note_cursor SET seq = t.upto, remind_at = least(remind_at, t.remind)
      FROM unnest(
        ${stretches.map(({ debateId }) => debateId)}::text[], ${stretches.map(({ from }) => from)}::int[],
        ${stretches.map(({ to }) => to)}::int[],
        ${stretches.map(({ remindAt }) => (remindAt === null ? null : BigInt(Math.ceil(remindAt))))}::bigint[]
      ) AS t (id, since, upto, remind)
      WHERE debate_id = t.id AND seq = t.since RETURNING debate_id AS id`;
    // Mostly nobody is notified, and then the cursors are all there is to write.
    if (made.length === 0)
      return new Map((await this.#database.rowsOf<{ id: string }>(turn)).map(({ id }) => [id, 0]));
    const turned = await this.#database.rowsOf<{ id: string; notes: number }>(Prisma.sql`
      WITH turn AS (${turn}), written AS (
        INSERT INTO note (debate_id, participant_id, kind, about, user_id, seq, at, to_mail)
          SELECT p.debate_id, p.id, m.kind, m.about, p.user_id, m.seq, m.at,
                 ${mails} AND u.email IS NOT NULL AND coalesce(c.pace, ${DEFAULT_MAIL.pace}) <> 'off'
          FROM unnest(
            ${made.map(({ debateId }) => debateId)}::text[], ${made.map((note) => note.to)}::text[],
            ${made.map(({ kind }) => kind)}::text[], ${made.map(({ about }) => about)}::text[],
            ${made.map(({ seq }) => seq)}::int[], ${made.map(({ at }) => BigInt(at))}::bigint[]
          ) AS m (debate, participant, kind, about, seq, at)
          JOIN turn ON turn.id = m.debate
          JOIN participant p ON p.debate_id = m.debate AND p.id = m.participant
          JOIN app_user u ON u.id = p.user_id AND u.erasing IS NULL
          LEFT JOIN mail_choice c ON c.user_id = u.id
          ON CONFLICT (debate_id, participant_id, kind, about) DO UPDATE
            SET seq = excluded.seq, at = excluded.at, read = false, to_mail = excluded.to_mail, mail_id = NULL
            WHERE excluded.kind = ANY(${AGAIN}::text[]) AND (note.seq, note.at) IS DISTINCT FROM (excluded.seq, excluded.at)
          RETURNING debate_id
      )
      SELECT turn.id, count(written.debate_id)::int AS notes
      FROM turn LEFT JOIN written ON written.debate_id = turn.id GROUP BY 1`);
    return new Map(turned.map(({ id, notes }) => [id, notes]));
  }

  /**
   * Stores notifications that no entry makes, whatever is searched meanwhile; returns how many, or `null` if the debate's cursor was moved
   * each time.
   */
  async notify(debateId: string, notes: readonly Notification[], mails: boolean): Promise<number | null> {
    await this.begin(debateId);
    for (let tries = 0; tries < TRIES; tries++) {
      const [seq] = await this.reach(debateId);
      const stretch = { debateId, from: seq, to: seq, notes, remindAt: null };
      const stored = (await this.write([stretch], mails)).get(debateId);
      if (stored !== undefined) return stored;
    }
    return null;
  }

  /** Deletes old notifications. `now` is milliseconds since 1970. */
  async sweep(now: number): Promise<void> {
    const { prisma } = this.#database;
    await prisma.note.deleteMany({ where: { at: { lt: BigInt(now - NOTIFICATION_LIMITS.keptDays * DAY) } } });
    await prisma.$executeRaw`
      DELETE FROM note n USING (
        SELECT o.debate_id, o.participant_id, o.kind, o.about,
               row_number() OVER (PARTITION BY o.user_id ORDER BY o.at DESC, o.seq DESC, o.kind, o.about) AS place
        FROM note o
        WHERE o.user_id IN (SELECT user_id FROM note GROUP BY user_id HAVING count(*) > ${NOTIFICATION_LIMITS.keptNotes})
      ) AS old
      WHERE old.place > ${NOTIFICATION_LIMITS.keptNotes} AND n.debate_id = old.debate_id
        AND n.participant_id = old.participant_id AND n.kind = old.kind AND n.about = old.about`;
  }
}

/** One notification of each kind about one thing per person: the last one if it may be repeated, otherwise the first. */
function onceEach(notes: readonly Notification[]): Notification[] {
  const each = new Map<string, Notification>();
  for (const note of notes) {
    const key = `${note.to} ${note.kind} ${note.about}`;
    if (!each.has(key) || isRepeatable(note.kind)) each.set(key, note);
  }
  return [...each.values()];
}
