import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase, type Statement } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { appendEntryStatement, appendStatement } from '../../server/log/log-statements.ts';
import type { AppendRequest } from '../../server/log/operation-log.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';

describe('an append that waits for another one', () => {
  let server: TestPostgres;
  let database: Database;
  let other: pg.Client;
  beforeAll(async () => {
    server = await startPostgres({ fsync: false });
    database = await openDatabase({ databaseUrl: server.url, dataDir: '' });
    other = new pg.Client({ connectionString: server.url });
    await other.connect();
  });
  afterAll(async () => {
    await other?.end();
    await database?.close();
    await server?.stop();
  });

  const waiting = () => database.prisma.$queryRaw<unknown[]>`
    SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%append_entry%'`;
  const kept = { clientId: 'c', clientSeq: 1, hash: 'h', answer: { first: true } };

  /** Lets the other one hold the debate until our append waits for it, then do its statement and commit. */
  async function appendWhile(debateId: string, statement: string) {
    const log = new DatabaseLog(database);
    await log.createDebate({ id: debateId, title: 'Trade', visibility: 'public', listing: {} }, []);
    await other.query('BEGIN');
    await other.query('SELECT FROM debate WHERE id = $1 FOR UPDATE', [debateId]);
    const entry = { seq: 1, at: 1, actor: 'a', author: 'a', shape: 1, type: 't', payload: {} };
    const appending = log.append([
      { debateId, head: 0, entries: [entry], answers: [{ ...kept, answer: {} }] },
    ]);
    await expect.poll(waiting).toHaveLength(1);
    await other.query(statement, [debateId]);
    await other.query('COMMIT');
    const results = await appending;
    return {
      results,
      entries: await log.read(debateId, 0, 10),
      answers: await log.answers(debateId, [kept]),
    };
  }

  it('is behind when that moved the head', async () => {
    const { results, entries } = await appendWhile('moved', 'UPDATE debate SET head = 4 WHERE id = $1');
    expect(results).toEqual([{ kind: 'behind', head: 4 }]);
    expect(entries).toEqual([]);
  });

  it('gives its answer when that answered the same identity without moving the head (I2)', async () => {
    const { results, entries, answers } = await appendWhile(
      'answered',
      `INSERT INTO submission (debate_id, client_id, client_seq, hash, answer) VALUES ($1, 'c', 1, 'h', '{"first":true}')`,
    );
    expect(results).toEqual([{ kind: 'answered', answers: [kept] }]);
    expect(entries).toEqual([]);
    expect(answers).toEqual([kept]);
  });

  it('is appended when that changed nothing of the log', async () => {
    const { results, entries } = await appendWhile(
      'renamed',
      `UPDATE debate SET title = 'Other' WHERE id = $1`,
    );
    expect(results).toEqual([{ kind: 'appended' }]);
    expect(entries).toHaveLength(1);
  });

  it('finds no debate when that deleted it', async () => {
    const { results, entries } = await appendWhile('deleted', 'DELETE FROM debate WHERE id = $1');
    expect(results).toEqual([{ kind: 'missing' }]);
    expect(entries).toEqual([]);
  });

  it('leaves nothing of any debate when the database refuses one of them', async () => {
    const log = new DatabaseLog(database);
    for (const id of ['good', 'bad']) {
      await log.createDebate({ id, title: 'Trade', visibility: 'public', listing: {} }, []);
    }
    const entry = { seq: 1, at: 1, actor: 'a', author: 'a', shape: 1, type: 't', payload: {} };
    await database.prisma.logEntry.create({
      data: { debateId: 'bad', seq: 1, at: 1, actorId: 'x', authorId: 'x', shape: 1, type: 't', payload: {} },
    });
    const requests = ['good', 'bad'].map((debateId) => ({
      debateId,
      head: 0,
      entries: [entry],
      answers: [kept],
    }));
    await expect(log.append(requests)).rejects.toThrow();
    expect([...(await log.heads(['good', 'bad'])).values()].map(({ head }) => head)).toEqual([0, 0]);
    expect(await log.read('good', 0, 10)).toEqual([]);
    expect(await log.answers('good', [kept])).toEqual([]);
  });

  const statements = [
    { name: 'one entry', statementOf: appendEntryStatement },
    { name: 'any append', statementOf: appendStatement },
  ];

  /** Appends more often than PostgreSQL makes a new plan, in the transaction of the other connection; `before` is called each time. */
  async function appendOften(
    debateId: string,
    statementOf: (requests: AppendRequest[]) => Statement | null,
    before = () => {},
  ) {
    await new DatabaseLog(database).createDebate(
      { id: debateId, title: 'Trade', visibility: 'public', listing: {} },
      [],
    );
    for (let head = 0; head < 12; head += 1) {
      const entry = { seq: head + 1, at: 1, actor: 'a', author: 'a', shape: 1, type: 't', payload: {} };
      const answers = [{ ...kept, clientSeq: head }];
      const statement = statementOf([{ debateId, head, entries: [entry], answers }]);
      before();
      await other.query(statement?.text ?? '', statement?.values);
    }
  }

  it.each(statements)('reads no table as a whole, with the kept plans of $name', async ({ statementOf }) => {
    await other.query('BEGIN');
    await appendOften('long', statementOf);
    const { rows } = await other.query(
      'SELECT relname, n_tup_ins FROM pg_stat_xact_user_tables WHERE seq_scan > 0 ORDER BY 1',
    );
    await other.query('ROLLBACK');
    expect(rows).toEqual([]);
  });

  it.each(statements)('plans the statements of $name once a connection', async ({ statementOf }) => {
    const plans: string[] = [];
    const note = ({ message = '' }) => void (message === 'PLANNER STATISTICS' && plans.push(message));
    other.on('notice', note);
    await other.query('BEGIN; SET LOCAL log_planner_stats = on; SET LOCAL client_min_messages = log');
    await appendOften('often', statementOf, () => void plans.splice(0));
    await other.query('ROLLBACK');
    other.off('notice', note);
    // The call alone, which is sent as text each time.
    expect(plans).toHaveLength(1);
  });
});
