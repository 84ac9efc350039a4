import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Prisma } from '../../prisma/client/client.ts';
import { sharedStatements } from '../../server/database/shared-statements.ts';
import { startDatabase, startEmbeddedDatabase, type TestDatabase } from '../support/database.ts';

describe.each([
  ['PGlite', startEmbeddedDatabase],
  ['PostgreSQL', startDatabase],
])('%s', (_name, start) => {
  let started: TestDatabase;
  beforeAll(async () => {
    started = await start();
  });
  afterAll(() => started.stop());

  const shared = <Row>(statement: Prisma.Sql) => started.database.rowsOf<Row>(statement, 'shared');

  test('statements of one turn are one, each with its rows in their order', async () => {
    const numbers = (upTo: number) =>
      shared<{ n: number }>(Prisma.sql`SELECT n FROM generate_series(1, ${upTo}::int) n ORDER BY n DESC`);
    const [three, none, two] = await Promise.all([numbers(3), numbers(0), numbers(2)]);
    expect([three, none, two].map((rows) => rows.map(({ n }) => n))).toEqual([[3, 2, 1], [], [2, 1]]);
  });

  test('a statement of a later turn is another', async () => {
    let runs = 0;
    const counted = sharedStatements((statement) => {
      runs += 1;
      return started.database.rowsOf(statement);
    });
    const one = Prisma.sql`SELECT 1 AS one`;
    const answers = [counted.answer(one), counted.answer(one), counted.answer(one)];
    await nextTurn();
    // The first is still under way, or has just been answered.
    answers.push(counted.answer(one));
    await Promise.all(answers);
    expect(runs).toBe(2);
  });

  test('values are those of JSON', async () => {
    const words = ['Grüße', 'a "quoted" \\ one', '讨论'];
    const [row] = await shared(
      Prisma.sql`SELECT ${words}::text[] AS words, NULL AS nothing, 7 AS number, 9007199254740993::text AS large`,
    );
    expect(row).toEqual({ words, nothing: null, number: 7, large: '9007199254740993' });
  });

  test('a statement that fails doesn’t fail the others', async () => {
    const share = (by: number) => shared<{ share: number }>(Prisma.sql`SELECT 6 / ${by}::int AS share`);
    const [two, none, three] = await Promise.allSettled([share(2), share(0), share(3)]);
    expect(two).toMatchObject({ value: [{ share: 3 }] });
    expect(none).toMatchObject({ status: 'rejected' });
    expect(three).toMatchObject({ value: [{ share: 2 }] });
  });
});

describe('a statement that is ended because it takes too long', () => {
  let started: TestDatabase;
  beforeAll(async () => {
    started = await startDatabase();
  });
  afterAll(() => started.stop());

  test('fails none of its turn', async () => {
    const { database } = started;
    const slow = database.rowsOf(Prisma.sql`SELECT 1 AS n FROM pg_sleep(600)`, 'shared').then(
      () => expect.fail('it was not ended'),
      (error: unknown) => error,
    );
    const quick = database.rowsOf(Prisma.sql`SELECT 2 AS n`, 'shared');
    let isOver = false;
    void slow.finally(() => {
      isOver = true;
    });
    // With the code by which PostgreSQL ends what exceeds its time limit: first both together, then the slow one alone.
    await expect
      .poll(async () => {
        await database.rowsOf(Prisma.sql`
          SELECT pg_cancel_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%pg_sleep%' AND state = 'active'`);
        return isOver;
      })
      .toBe(true);
    expect(await slow).toMatchObject({ name: 'DatabaseUnavailable' });
    expect(await quick).toEqual([{ n: 2 }]);
  });
});
