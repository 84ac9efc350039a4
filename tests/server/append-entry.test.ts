import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, Statement } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { appendStatement } from '../../server/log/log-statements.ts';
import type { AppendRequest } from '../../server/log/operation-log.ts';
import { answer, debateIn, entryAt, identity, request } from '../contract/log-under-test.ts';
import { startDatabase, startEmbeddedDatabase, type TestDatabase } from '../support/database.ts';

describe.each([
  ['PGlite', startEmbeddedDatabase],
  ['PostgreSQL', startDatabase],
])('an append of one entry with one answer on %s', (_, start) => {
  let started: TestDatabase;
  let database: Database;
  let log: DatabaseLog;
  let functions: (string | undefined)[] = [];
  beforeAll(async () => {
    started = await start();
    ({ database } = started);
    const namedRowsOf = <Row>(statement: Statement) => {
      functions.push(/append_\w+/.exec(statement.text)?.[0]);
      return database.namedRowsOf<Row>(statement);
    };
    log = new DatabaseLog({ ...database, namedRowsOf });
  });
  afterAll(() => started?.stop());

  async function append(asked: AppendRequest) {
    functions = [];
    const [result] = await log.append([asked]);
    return { kind: result?.kind, functions };
  }

  /** All that is stored of a debate, but for its id and for times by the database's clock. */
  async function storedOf(debateId: string) {
    const { prisma } = database;
    const debate = await prisma.debate.findUniqueOrThrow({ where: { id: debateId } });
    const entries = await prisma.logEntry.findMany({ where: { debateId } });
    const answers = await prisma.submission.findMany({ where: { debateId } });
    const unnamed = <T extends object>(row: T) => ({ ...row, debateId: null });
    return {
      debate: { ...debate, id: null, createdAt: null },
      entries: entries.map(unnamed),
      answers: answers.map((row) => unnamed({ ...row, at: null })),
    };
  }

  it.each<[string, Partial<AppendRequest>]>([
    ['nothing else', {}],
    ['a card', { listing: { motion: '"Trade" \\ \0 \ud83d', claims: [1, null] } }],
    ['a card that is null', { listing: null }],
    ['a title', { title: 'Other "title"' }],
    ['visibility and access', { visibility: 'private', accessChanged: true }],
    ['an earlier time for lists', { shownAt: 1_700_000_000_123 }],
    ['a payload with any characters', { entries: [{ ...entryAt(1), payload: { words: '{"\\,\0\ud83d' } }] }],
    ['an answer that is null', { answers: [{ ...answer('a', 1), answer: null }] }],
  ])('with %s stores what the function for any append stores', async (_, part) => {
    const [one, any] = [await debateIn(log), await debateIn(log)];
    const asked = { ...request(one, 0, 1, [answer('a', 1)]), ...part };
    expect(await append(asked)).toEqual({ kind: 'appended', functions: ['append_entry'] });
    await database.rowsOf(appendStatement([{ ...asked, debateId: any }]));
    const stored = await storedOf(one);
    expect(stored).toMatchObject({ debate: { head: 1 }, entries: [{ seq: 1 }], answers: [{ clientSeq: 1 }] });
    expect(stored).toEqual(await storedOf(any));
  });

  it('is answered by the function for any append when a refusal has the identity', async () => {
    const id = await debateIn(log, 1);
    await log.append([request(id, 1, 0, [answer('a', 1)])]);
    const before = await storedOf(id);
    expect(await append(request(id, 1, 1, [{ ...answer('a', 1), hash: 'other' }]))).toEqual({
      kind: 'answered',
      functions: ['append_entry', 'append_to_logs'],
    });
    expect(await storedOf(id)).toEqual(before);
  });

  it('is left to the function for any append when the head moved, or the debate is missing', async () => {
    const id = await debateIn(log, 2);
    const before = await storedOf(id);
    const both = ['append_entry', 'append_to_logs'];
    expect(await append(request(id, 1, 1, [answer('a', 1)]))).toEqual({ kind: 'behind', functions: both });
    expect(await append(request('none', 0, 1, [answer('a', 1)]))).toEqual({
      kind: 'missing',
      functions: both,
    });
    expect(await storedOf(id)).toEqual(before);
    expect(await log.answers('none', [identity('a', 1)])).toEqual([]);
  });

  it.each([
    ['without an answer', 1, []],
    ['of two entries', 2, [answer('a', 1)]],
    ['of an answer alone', 0, [answer('a', 1)]],
    ['with two answers', 1, [answer('a', 1), answer('a', 2)]],
  ])('is not one %s', async (_, count, answers) => {
    const id = await debateIn(log);
    expect(await append(request(id, 0, count, answers))).toEqual({
      kind: 'appended',
      functions: ['append_to_logs'],
    });
  });
});
