import { cursorFor } from '#domain/debate/projection/audience-sequence.ts';
import { applyReadMarks } from '#domain/protocol/apply-read-marks.ts';
import type { ReadMarksMessage } from '#domain/protocol/read-marks-messages.ts';
import type { ReadMarks } from '#domain/unread/read-marks.ts';
import { packReadMarks, unpackReadMarks } from '#domain/unread/sent-read-marks.ts';
import type { Database } from '../../database/open-database.ts';
import type { DebateRoom } from '../../log/debate-room.ts';

/** How often a change is tried on a row that other devices change at the same time. */
const TRIES = 8;

/** The read marks of participants, over all devices: one row per person and debate. */
export class ReadMarksStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Marks a debate as read up to a time for a participant who receives it with what others wrote, unless it is marked already. */
  async begin(debateId: string, participantId: string, at: number): Promise<void> {
    const first = { until: at, left: at, later: new Map() };
    await this.#database.prisma.seenMark.createMany({
      data: [{ debateId, participantId, ...rowOf(first) }],
      skipDuplicates: true,
    });
  }

  /**
   * Stores what a participant reports as read; returns all they have read. The starting point is the debate as it was when they joined:
   * they may have left before anything was reported.
   */
  async note(room: DebateRoom, participantId: string, reported: ReadMarksMessage): Promise<ReadMarks> {
    const { id: debateId, state } = room;
    // The last entry that this participant knows: the time of any other would show when something hidden was done.
    const { at } = cursorFor(state, participantId);
    const where = { debateId_participantId: { debateId, participantId } };
    const { seenMark } = this.#database.prisma;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const row = await seenMark.findUnique({ where });
      if (row === null) {
        const joinedAt = state.participants.get(participantId)?.joinedAt ?? at;
        const first = applyReadMarks({ until: joinedAt, left: joinedAt, later: new Map() }, reported, at);
        const made = await seenMark.createMany({
          data: [{ debateId, participantId, ...rowOf(first) }],
          skipDuplicates: true,
        });
        if (made.count === 1) return first;
        continue;
      }
      const before = readRow(row);
      const seen = applyReadMarks(before, reported, at);
      if (isNothing(reported)) return before;
      const { count } = await seenMark.updateMany({
        where: { debateId, participantId, revision: row.revision },
        data: { ...rowOf(seen), revision: row.revision + 1 },
      });
      if (count === 1) return seen;
    }
    throw new Error('a row of what was seen is changed too often');
  }
}

function isNothing({ until, left, later }: ReadMarksMessage): boolean {
  return until === undefined && left === undefined && (later === undefined || later.length === 0);
}

function rowOf(seen: ReadMarks) {
  const { until, left, later } = packReadMarks(seen);
  return { until: BigInt(until), left: BigInt(left), later: later.map(([id, at]) => [id, at]) };
}

function readRow(row: { until: bigint; left: bigint; later: unknown }): ReadMarks {
  const later = row.later as [string, number][];
  return unpackReadMarks({ until: Number(row.until), left: Number(row.left), later });
}
