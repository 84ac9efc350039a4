import { Prisma } from '../../prisma/client/client.ts';
import { jsonArray } from '../database/json-array.ts';
import type { Statement } from '../database/open-database.ts';
import type {
  AppendRequest,
  ErasureRequest,
  NewDebate,
  NewParticipant,
  StoredAnswer,
  StoredEntry,
} from './operation-log.ts';

/** The outcome of one request, as a row of the statement of `appendStatement`. */
export interface OutcomeRow {
  id: string;
  /** The debate's head when it was locked; null when there is no such debate. */
  head: number | null;
  accepted: boolean;
  /** The identities that had been answered before. */
  answered: StoredAnswer[] | null;
}

const APPEND_ENTRY =
  'SELECT append_entry($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) AS appended';

/**
 * The statement for one entry with one answer in one debate, which nearly every append is; null for any other. It costs about half as much as
 * `appendStatement`. Its row says whether it was appended; otherwise `appendStatement` says why not.
 */
export function appendEntryStatement([request, ...others]: readonly AppendRequest[]): Statement | null {
  if (request === undefined || others.length > 0) return null;
  const { debateId, head, entries, answers, shownAt, listing, title, visibility, accessChanged } = request;
  const [entry] = entries;
  const [answer] = answers;
  if (!entry || !answer || entries.length > 1 || answers.length > 1) return null;
  const { at, actor, author, shape, type, payload } = entry;
  return {
    text: APPEND_ENTRY,
    values: [
      ...[debateId, head, at, actor, author, shape, type, JSON.stringify(payload)],
      ...[answer.clientId, answer.clientSeq, answer.hash, JSON.stringify(answer.answer)],
      shownAt ?? at,
      listing === undefined ? null : JSON.stringify(listing),
      ...[title ?? null, visibility ?? null, accessChanged ? 1 : 0],
    ],
  };
}

/**
 * Appends to several debates by one statement, which is a transaction in itself: one round trip, and nothing stays open when this process
 * dies. The migration that creates the function explains why it is correct with concurrent appends. It locks debates in
 * one order; a row of the result names its debate. Rows are passed as arrays, one per column: the fastest way into PostgreSQL short of COPY.
 * Parameters have no casts: PostgreSQL takes their types from the function, and would parse casts at each append.
 */
export function appendStatement(requests: readonly AppendRequest[]): Prisma.Sql {
  const entries = requests.flatMap(({ debateId, entries }) =>
    entries.map((entry) => ({ debateId, ...entry })),
  );
  const answers = requests.flatMap(({ debateId, answers }) =>
    answers.map((answer) => ({ debateId, ...answer })),
  );
  return Prisma.sql`
    SELECT id, head, accepted, answered FROM append_to_logs(
      ${requests.map((request) => request.debateId)},
      ${requests.map((request) => request.head)},
      ${requests.map((request) => request.entries.length)},
      ${requests.map(({ entries, shownAt }) => (entries.length > 0 ? (shownAt ?? entries.at(-1)?.at ?? null) : null))},
      ${jsonArray(requests.map(({ listing }) => listing))},
      ${requests.map((request) => request.title ?? null)},
      ${requests.map((request) => request.visibility ?? null)},
      ${requests.map((request) => (request.accessChanged ? 1 : 0))},
      ${entries.map(({ debateId }) => debateId)},
      ${entries.map(({ seq }) => seq)},
      ${entries.map(({ at }) => at)},
      ${entries.map(({ actor }) => actor)},
      ${entries.map(({ author }) => author)},
      ${entries.map(({ shape }) => shape)},
      ${entries.map(({ type }) => type)},
      ${jsonArray(entries.map(({ payload }) => payload))},
      ${answers.map(({ debateId }) => debateId)},
      ${answers.map(({ clientId }) => clientId)},
      ${answers.map(({ clientSeq }) => clientSeq)},
      ${answers.map(({ hash }) => hash)},
      ${jsonArray(answers.map(({ answer }) => answer))}
    )`;
}

/**
 * Erases a participant from a debate's log by one statement; its row has the head that was found, or `null` if there is no such debate.
 * `payloads`: those of the rewritten entries, as `jsonArraySteps` makes them.
 */
export function eraseStatement(
  { debateId, head, participantId, rewritten, words, entry }: ErasureRequest,
  payloads: string,
): Prisma.Sql {
  return Prisma.sql`
    SELECT erase_from_log(
      ${debateId}::text, ${head}::int, ${participantId}::text, ${words}::boolean,
      ${rewritten.map(({ seq }) => seq)}::int[],
      ${rewritten.map(({ shape }) => shape)}::int[],
      ${payloads}::text[],
      ${entry.at}::bigint, ${entry.actor}::text, ${entry.author}::text, ${entry.shape}::int, ${entry.type}::text,
      ${JSON.stringify(entry.payload)}::text
    ) AS head`;
}

/**
 * Reads a page of a debate's entries, see `OperationLog.readPage`; `measured` is the last entry that was measured, of which there is one
 * more than was read if the page is cut. It measures one entry after the other and ends at the one that is too much: measuring unpacks a
 * long payload, and PGlite does that on the server's thread.
 */
export function pageStatement(
  debateId: string,
  after: number,
  limit: number,
  characters: number,
): Prisma.Sql {
  const first = after + 1;
  return Prisma.sql`
    WITH RECURSIVE page (seq, characters) AS (
      SELECT seq, length(payload::text)::bigint FROM log_entry
      WHERE debate_id = ${debateId} AND seq = ${first}::int
      UNION ALL
      SELECT following.seq, page.characters + following.characters FROM page, LATERAL (
        SELECT seq, length(payload::text) AS characters FROM log_entry
        WHERE debate_id = ${debateId} AND seq = page.seq + 1 LIMIT 1
      ) AS following
      WHERE page.seq < ${after + limit}::int AND (page.seq = ${first}::int OR page.characters <= ${characters}::int)
    )
    SELECT seq, at, actor_id AS "actorId", author_id AS "authorId", shape, type, payload,
           (SELECT max(seq) FROM page) AS measured
    FROM log_entry
    WHERE debate_id = ${debateId} AND seq >= ${first}::int
      AND seq <= (SELECT max(seq) FROM page WHERE seq = ${first}::int OR characters <= ${characters}::int)
    ORDER BY seq`;
}

/** Creates a debate with its first entries; returns no row if the id is taken. Without `changedAt` it gets the time of the last entry. */
export function createStatement(
  debate: NewDebate,
  entries: StoredEntry[],
  answers: StoredAnswer[],
  changedAt?: Date,
): Prisma.Sql {
  const { id, title, visibility, listing, participants = [] } = debate;
  const content = [{ debateId: id, entries, answers }];
  return Prisma.sql`
    WITH made AS (
      INSERT INTO debate (id, title, visibility, head, listing, created_at, changed_at)
      SELECT ${id}, ${title}, ${visibility}, ${entries.length}::int, ${JSON.stringify(listing)}::json,
             coalesce(to_timestamp(${entries.at(0)?.at ?? null}::bigint / 1000.0), now()),
             coalesce(to_timestamp(${changedAt?.getTime() ?? entries.at(-1)?.at ?? null}::bigint / 1000.0), now())
      ON CONFLICT DO NOTHING
      RETURNING id
    ), entered AS (
      ${insertEntries(content, Prisma.sql`made`)}
    ), submitted AS (
      ${insertAnswers(content, Prisma.sql`made`)}
    ), joined AS (
      ${insertParticipants(participants, Prisma.sql`made`)}
    )
    SELECT id FROM made`;
}

/** Lists a debate that was created in pieces, and adds its participants. */
export function completeStatement(
  { id, visibility, participants = [] }: NewDebate,
  changedAt: Date,
): Prisma.Sql {
  return Prisma.sql`
    WITH made AS (
      UPDATE debate SET visibility = ${visibility}, changed_at = ${changedAt} WHERE id = ${id} RETURNING id
    )
    ${insertParticipants(participants, Prisma.sql`made`)}`;
}

/** `into` names the one debate they belong to. */
function insertParticipants(participants: readonly NewParticipant[], into: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
      INSERT INTO participant (id, debate_id, user_id, name)
      SELECT new.id, ${into}.id, new.user_id, new.name
      FROM ${into}, unnest(
        ${participants.map(({ id }) => id)}::text[],
        ${participants.map(({ userId }) => userId)}::text[],
        ${participants.map(({ name }) => name)}::text[]
      ) AS new (id, user_id, name)`;
}

/** Entries as arrays, one per column: the fastest way into PostgreSQL short of COPY. `into` names the debates to insert into. */
function insertEntries(
  requests: { debateId: string; entries: StoredEntry[] }[],
  into: Prisma.Sql,
): Prisma.Sql {
  const rows = requests.flatMap(({ debateId, entries }) => entries.map((entry) => ({ debateId, entry })));
  return Prisma.sql`
      INSERT INTO log_entry (debate_id, seq, at, actor_id, author_id, shape, type, payload)
      SELECT new.debate_id, new.seq, new.at, new.actor, new.author, new.shape, new.type, new.payload::json
      FROM unnest(
        ${rows.map(({ debateId }) => debateId)}::text[],
        ${rows.map(({ entry }) => entry.seq)}::int[],
        ${rows.map(({ entry }) => entry.at)}::bigint[],
        ${rows.map(({ entry }) => entry.actor)}::text[],
        ${rows.map(({ entry }) => entry.author)}::text[],
        ${rows.map(({ entry }) => entry.shape)}::int[],
        ${rows.map(({ entry }) => entry.type)}::text[],
        ${jsonArray(rows.map(({ entry }) => entry.payload))}::text[]
      ) AS new (debate_id, seq, at, actor, author, shape, type, payload)
      JOIN ${into} ON ${into}.id = new.debate_id`;
}

function insertAnswers(
  requests: { debateId: string; answers: StoredAnswer[] }[],
  into: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`
      INSERT INTO submission (debate_id, client_id, client_seq, hash, answer)
      SELECT new.debate_id, new.client_id, new.client_seq, new.hash, new.answer::json
      FROM (${answerRows(requests)}) AS new
      JOIN ${into} ON ${into}.id = new.debate_id`;
}

function answerRows(requests: { debateId: string; answers: StoredAnswer[] }[]): Prisma.Sql {
  const rows = requests.flatMap(({ debateId, answers }) => answers.map((answer) => ({ debateId, answer })));
  return Prisma.sql`
        SELECT * FROM unnest(
          ${rows.map(({ debateId }) => debateId)}::text[],
          ${rows.map(({ answer }) => answer.clientId)}::text[],
          ${rows.map(({ answer }) => answer.clientSeq)}::int[],
          ${rows.map(({ answer }) => answer.hash)}::text[],
          ${jsonArray(rows.map(({ answer }) => answer.answer))}::text[]
        ) AS answer (debate_id, client_id, client_seq, hash, answer)`;
}
