import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { EARLIEST_STATE_SHAPE, storedTypes } from '../../domain/debate/engine/upcast.ts';
import { Prisma, type PrismaClient } from '../../prisma/client/client.ts';
import { isConflict } from '../database/database-unavailable.ts';
import { jsonArraySteps } from '../database/json-array.ts';
import type { Database, Statement } from '../database/open-database.ts';
import { finishInTurns } from '../timing/finish-in-turns.ts';
import { nextTurn } from '../timing/next-turn.ts';
import { checkAppend, erasureChecks, newDebateChecks } from './check-append.ts';
import { entryPiecesOf } from './entry-pieces.ts';
import {
  appendEntryStatement,
  appendStatement,
  completeStatement,
  createStatement,
  eraseStatement,
  type OutcomeRow,
  pageStatement,
} from './log-statements.ts';
import {
  type AppendRequest,
  type AppendResult,
  type ErasureRequest,
  type ErasureResult,
  type Identity,
  type LogHead,
  type MentioningEntries,
  type MinuteCount,
  MOST_SNAPSHOTS,
  milestoneStretch,
  type NewDebate,
  type OperationLog,
  type SearchedEntries,
  type StoredAnswer,
  type StoredEntry,
  type StoredPage,
  type StoredSnapshot,
} from './operation-log.ts';

/** How often a statement that conflicted with another one is retried; it would have to conflict again each time. */
const ATTEMPTS = 8;
/** The highest possible entry number. */
const LAST = 2 ** 31 - 1;

/** The log in PostgreSQL or PGlite. Any number of instances may work on one database, on any number of nodes. */
export class DatabaseLog implements OperationLog {
  readonly #database: Pick<Database, 'prisma' | 'rowsOf' | 'namedRowsOf'>;

  constructor(database: Pick<Database, 'prisma' | 'rowsOf' | 'namedRowsOf'>) {
    this.#database = database;
  }

  async createDebate(
    debate: NewDebate,
    entries: StoredEntry[],
    answers: StoredAnswer[] = [],
  ): Promise<'created' | 'exists'> {
    await finishInTurns(newDebateChecks(debate, entries, answers));
    const pieces = await finishInTurns(entryPiecesOf(entries));
    if (pieces.length > 1) return this.#createInPieces(debate, pieces, answers);
    const made = await this.#database.rowsOf<{ id: string }>(createStatement(debate, entries, answers));
    return made.length > 0 ? 'created' : 'exists';
  }

  /** Until it is complete the debate counts as deleted, so that a stopped node leaves no partial debate behind. */
  async #createInPieces(
    debate: NewDebate,
    [firstPiece = [], ...pieces]: StoredEntry[][],
    answers: StoredAnswer[],
  ): Promise<'created' | 'exists'> {
    const { id } = debate;
    const first = { ...debate, visibility: 'deleted', participants: [] };
    // Dated today while it is made: debates deleted long ago are purged.
    const begun = { changedAt: new Date() };
    const made = await this.#database.rowsOf<{ id: string }>(
      createStatement(first, firstPiece, answers, begun.changedAt),
    );
    if (made.length === 0) return 'exists';
    const shownAt = begun.changedAt.getTime();
    let head = firstPiece.length;
    for (const entries of pieces) {
      await nextTurn();
      const [result] = await this.append([{ debateId: id, head, entries, answers: [], shownAt }]);
      if (result?.kind !== 'appended') throw new Error(`A debate could not be made whole: ${result?.kind}`);
      head += entries.length;
    }
    const changedAt = new Date(pieces.at(-1)?.at(-1)?.at ?? begun.changedAt);
    await this.#database.prisma.$executeRaw(completeStatement(debate, changedAt));
    return 'created';
  }

  async append(requests: AppendRequest[]): Promise<AppendResult[]> {
    checkAppend(requests);
    if (requests.length === 0) return [];
    const ofOne = appendEntryStatement(requests);
    if (ofOne && (await this.#isAppended(ofOne))) return [{ kind: 'appended' }];
    const statement = appendStatement(requests);
    const outcomes = await untilNoConflict(() => this.#database.namedRowsOf<OutcomeRow>(statement));
    const ofDebate = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
    return requests.map(({ debateId }) => toResult(ofDebate.get(debateId)));
  }

  /** Runs the statement of `appendEntryStatement`; false if nothing was written. A conflict may be an identity that has its answer. */
  async #isAppended(statement: Statement): Promise<boolean> {
    try {
      const [row] = await this.#database.namedRowsOf<{ appended: boolean }>(statement);
      return row?.appended === true;
    } catch (error) {
      if (isConflict(error)) return false;
      throw error;
    }
  }

  async erase(request: ErasureRequest): Promise<ErasureResult> {
    await finishInTurns(erasureChecks(request));
    const payloads = await finishInTurns(jsonArraySteps(request.rewritten.map(({ payload }) => payload)));
    const statement = eraseStatement(request, payloads);
    const [row] = await untilNoConflict(() => this.#database.rowsOf<{ head: number | null }>(statement));
    const head = row?.head ?? null;
    if (head === null) return { kind: 'missing' };
    return head === request.head ? { kind: 'appended' } : { kind: 'behind', head };
  }

  async read(debateId: string, after: number, limit: number): Promise<StoredEntry[]> {
    const rows = await this.#database.prisma.logEntry.findMany({
      where: { debateId, seq: { gt: after } },
      orderBy: { seq: 'asc' },
      take: Math.max(0, limit),
    });
    return rows.map(toEntry);
  }

  async readPage(debateId: string, after: number, limit: number, characters: number): Promise<StoredPage> {
    if (limit <= 0) return { entries: [], isCut: false };
    const statement = pageStatement(debateId, after, limit, characters);
    const rows = await this.#database.rowsOf<EntryRow & { measured: number }>(statement);
    const last = rows.at(-1);
    return { entries: rows.map(toEntry), isCut: last !== undefined && last.measured > last.seq };
  }

  async search(
    debateId: string,
    { after, before, types, by, always, first }: SearchedEntries,
    limit: number,
  ): Promise<StoredEntry[]> {
    const byThem = by === null ? {} : { OR: [{ actorId: by }, { actorId: SYSTEM, authorId: by }] };
    const rows = await this.#database.prisma.logEntry.findMany({
      where: {
        debateId,
        seq: { gt: after, lt: before },
        OR: [{ type: { in: storedTypes(types) }, ...byThem }, { type: { in: storedTypes(always) } }],
      },
      orderBy: { seq: first === 'oldest' ? 'asc' : 'desc' },
      take: Math.max(0, limit),
    });
    return rows.map(toEntry);
  }

  async answers(debateId: string, identities: Identity[]): Promise<StoredAnswer[]> {
    if (identities.length === 0) return [];
    return this.#database.prisma.$queryRaw<StoredAnswer[]>`
      SELECT client_id AS "clientId", client_seq AS "clientSeq", hash, answer
      FROM unnest(
        ${identities.map(({ clientId }) => clientId)}::text[],
        ${identities.map(({ clientSeq }) => clientSeq)}::int[]
      ) AS asked (client_id, client_seq)
      JOIN submission USING (client_id, client_seq)
      WHERE debate_id = ${debateId}`;
  }

  async heads(debateIds: string[], how?: 'shared'): Promise<Map<string, LogHead>> {
    const statement = Prisma.sql`
      SELECT id, head, access_version AS "accessVersion" FROM debate WHERE id = ANY (${debateIds}::text[])`;
    const rows = await this.#database.rowsOf<{ id: string } & LogHead>(statement, how);
    return new Map(rows.map(({ id, head, accessVersion }) => [id, { head, accessVersion }]));
  }

  async mentioning(
    debateId: string,
    { after, upTo, words, types }: MentioningEntries,
    limit: number,
  ): Promise<StoredEntry[]> {
    const quoted = words.map((word) => JSON.stringify(word));
    // Payloads are kept as they were written: a word appears in them as JSON writes it.
    const rows = await this.#database.prisma.$queryRaw<EntryRow[]>`
      SELECT seq, at, actor_id AS "actorId", author_id AS "authorId", shape, type, payload FROM log_entry
      WHERE debate_id = ${debateId} AND seq > ${after} AND seq <= ${upTo}
        AND type = ANY (${storedTypes(types)}::text[])
        AND EXISTS (SELECT 1 FROM unnest(${quoted}::text[]) AS quoted (word) WHERE strpos(payload::text, word) > 0)
      ORDER BY seq LIMIT ${Math.max(0, limit)}`;
    return rows.map(toEntry);
  }

  async countByMinute(debateId: string, type: string, after: number, upTo: number): Promise<MinuteCount[]> {
    return this.#database.prisma.$queryRaw<MinuteCount[]>`
      SELECT (at / 60000)::int AS minute, payload->>'claimId' AS "claimId", count(*)::int AS count FROM log_entry
      WHERE debate_id = ${debateId} AND seq > ${after} AND seq <= ${upTo} AND type = ${type}
      GROUP BY 1, 2 ORDER BY 1, 2`;
  }

  async latestSnapshot(debateId: string, upTo?: number, oldestShape = 0): Promise<StoredSnapshot | null> {
    // Bytes are read as Base64: PGlite needs a tenth of a second of the thread for a large debate's bytes as a row.
    const [row] = await this.#database.prisma.$queryRaw<{ seq: number; shape: number; data: string }[]>`
      SELECT seq, shape, encode(data, 'base64') AS data FROM snapshot
      WHERE debate_id = ${debateId} AND seq <= ${upTo ?? LAST} AND shape >= ${oldestShape}
      ORDER BY seq DESC LIMIT 1`;
    return row ? { ...row, data: new Uint8Array(Buffer.from(row.data, 'base64')) } : null;
  }

  async saveSnapshot(debateId: string, { seq, shape, data }: StoredSnapshot, readAt = seq): Promise<void> {
    // Separate statements, not one: the second must see what the first wrote. If the server is killed between them, a surplus snapshot is
    // kept until the next one. The debate's row is locked and then checked: either an erasure came first, and nothing is stored, or it
    // comes later, and what is stored is removed with it.
    await this.#database.prisma.$executeRaw`
      INSERT INTO snapshot (debate_id, seq, shape, data)
      SELECT id, ${seq}, ${shape}, decode(${Buffer.from(data).toString('base64')}, 'base64') FROM debate
      WHERE id = ${debateId} AND erased_at <= ${readAt} FOR SHARE
      ON CONFLICT (debate_id, seq) DO UPDATE SET shape = excluded.shape, data = excluded.data`;
    await this.#database.prisma.$executeRaw`
      DELETE FROM snapshot WHERE debate_id = ${debateId} AND seq NOT IN (
        SELECT seq FROM snapshot WHERE debate_id = ${debateId} ORDER BY seq DESC LIMIT ${MOST_SNAPSHOTS})
      AND seq NOT IN (
        SELECT min(seq) FROM snapshot WHERE debate_id = ${debateId} AND shape >= ${Math.min(shape, EARLIEST_STATE_SHAPE)}
        GROUP BY seq / ${milestoneStretch(seq)}::int)`;
  }
}

type EntryRow = Awaited<ReturnType<PrismaClient['logEntry']['findMany']>>[number];

function toEntry({
  seq,
  at,
  actorId,
  authorId,
  shape,
  type,
  payload,
}: Omit<EntryRow, 'debateId'>): StoredEntry {
  return { seq, at: Number(at), actor: actorId, author: authorId, shape, type, payload };
}

function toResult(outcome: OutcomeRow | undefined): AppendResult {
  const { head = null, accepted = false, answered = null } = outcome ?? {};
  if (accepted) return { kind: 'appended' };
  if (head === null) return { kind: 'missing' };
  if (answered) return { kind: 'answered', answers: answered };
  return { kind: 'behind', head };
}

async function untilNoConflict<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}
