import { DEFAULT_MAIL } from '../../domain/notifications/mail-times.ts';
import { comesAgain, NOTE_KINDS, NOTE_LIMITS, type Note } from '../../domain/notifications/note.ts';
import type { NoteChoices } from '../../domain/notifications/notes-of.ts';
import type { Database } from '../database/open-database.ts';
import { readNoteChoice } from './stored-choices.ts';

/** A debate whose log goes further than it was looked through. */
export interface BehindDebate {
  readonly id: string;
  readonly seq: number;
}

const AGAIN = NOTE_KINDS.filter(comesAgain);
const DAY = 86_400_000;

/** Notes as they are stored, and how far each debate was looked through for them. */
export class NoteStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Debates that have entries nobody looked at. */
  behind(): Promise<BehindDebate[]> {
    return this.#database.prisma.$queryRaw<BehindDebate[]>`
      SELECT d.id, coalesce(c.seq, 0) AS seq FROM debate d LEFT JOIN note_cursor c ON c.debate_id = d.id
      WHERE d.head > coalesce(c.seq, 0)`;
  }

  /** Up to which entry a debate was looked through. */
  async cursor(debateId: string): Promise<number> {
    const row = await this.#database.prisma.noteCursor.findUnique({ where: { debateId } });
    return row?.seq ?? 0;
  }

  /** What the participants of a debate chose to hear of. */
  async choices(debateId: string): Promise<NoteChoices> {
    const rows = await this.#database.prisma.noteChoice.findMany({ where: { debateId } });
    return new Map(rows.map((row) => [row.participantId, readNoteChoice(row)]));
  }

  /**
   * Writes what entries of a debate from `from` to `to` concern whom, and that they were looked through: both or neither, and only
   * if nobody else has done it. Who has confirmed no address, or wants no mail, waits for none.
   */
  async write(
    debateId: string,
    from: number,
    to: number,
    notes: readonly Note[],
    mails: boolean,
  ): Promise<boolean> {
    const { prisma } = this.#database;
    await prisma.$executeRaw`
      INSERT INTO note_cursor (debate_id, seq) SELECT id, 0 FROM debate WHERE id = ${debateId}
      ON CONFLICT DO NOTHING`;
    const made = onceEach(notes);
    const [moved] = await prisma.$queryRaw<{ moved: boolean }[]>`
      WITH turn AS (
        UPDATE note_cursor SET seq = ${to} WHERE debate_id = ${debateId} AND seq = ${from} RETURNING seq
      ), made AS (
        INSERT INTO note (debate_id, participant_id, kind, about, user_id, seq, at, to_mail)
        SELECT ${debateId}, p.id, m.kind, m.about, p.user_id, m.seq, m.at,
               ${mails} AND u.email IS NOT NULL AND coalesce(c.pace, ${DEFAULT_MAIL.pace}) <> 'off'
        FROM turn, unnest(
          ${made.map((note) => note.to)}::text[], ${made.map(({ kind }) => kind)}::text[],
          ${made.map(({ about }) => about)}::text[], ${made.map(({ seq }) => seq)}::int[],
          ${made.map(({ at }) => BigInt(at))}::bigint[]
        ) AS m (participant, kind, about, seq, at)
        JOIN participant p ON p.debate_id = ${debateId} AND p.id = m.participant
        JOIN app_user u ON u.id = p.user_id AND u.erasing IS NULL
        LEFT JOIN mail_choice c ON c.user_id = u.id
        ON CONFLICT (debate_id, participant_id, kind, about) DO UPDATE
          SET seq = excluded.seq, at = excluded.at, read = false, to_mail = excluded.to_mail, mail_id = NULL
          WHERE excluded.kind = ANY(${AGAIN}::text[])
      )
      SELECT EXISTS (SELECT 1 FROM turn) AS moved`;
    return moved?.moved === true;
  }

  /** Forgets what nobody looks for any more. `now` is milliseconds since 1970. */
  async sweep(now: number): Promise<void> {
    const { prisma } = this.#database;
    await prisma.note.deleteMany({ where: { at: { lt: BigInt(now - NOTE_LIMITS.keptDays * DAY) } } });
    await prisma.$executeRaw`
      DELETE FROM note n USING (
        SELECT o.debate_id, o.participant_id, o.kind, o.about,
               row_number() OVER (PARTITION BY o.user_id ORDER BY o.at DESC, o.seq DESC) AS place
        FROM note o
        WHERE o.user_id IN (SELECT user_id FROM note GROUP BY user_id HAVING count(*) > ${NOTE_LIMITS.keptNotes})
      ) AS old
      WHERE old.place > ${NOTE_LIMITS.keptNotes} AND n.debate_id = old.debate_id
        AND n.participant_id = old.participant_id AND n.kind = old.kind AND n.about = old.about`;
  }
}

/** Notes, one of each kind about one thing for one person: the last, since it may be told again, else the first. */
function onceEach(notes: readonly Note[]): Note[] {
  const each = new Map<string, Note>();
  for (const note of notes) {
    const key = `${note.to} ${note.kind} ${note.about}`;
    if (!each.has(key) || comesAgain(note.kind)) each.set(key, note);
  }
  return [...each.values()];
}
