import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Prisma } from '../../prisma/client/client.ts';
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
    // In PostgreSQL, now is when the transaction began, and each statement is one.
    const now = async () => (await shared<{ at: string }>(Prisma.sql`SELECT now()::text AS at`))[0]?.at;
    const [first, second] = await Promise.all([now(), now()]);
    await nextTurn();
    expect(second).toBe(first);
    expect(await now()).not.toBe(first);
  });

  test('a statement that fails takes nobody else’s rows', async () => {
    const share = (by: number) => shared<{ share: number }>(Prisma.sql`SELECT 6 / ${by}::int AS share`);
    const [two, none, three] = await Promise.allSettled([share(2), share(0), share(3)]);
    expect(two).toMatchObject({ value: [{ share: 3 }] });
    expect(none).toMatchObject({ status: 'rejected' });
    expect(three).toMatchObject({ value: [{ share: 2 }] });
  });
});
