import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#server/database/open-database.ts';
import { Prisma } from '../../prisma/client/client.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';

let postgres: TestPostgres;
let database: Database;

beforeAll(async () => {
  postgres = await startPostgres({ fsync: false });
  // One connection, so that all statements below are sent on it.
  database = await openDatabase({ databaseUrl: `${postgres.url}?connection_limit=1`, dataDir: '' });
}, 60_000);
afterAll(async () => {
  await database.close();
  await postgres.stop();
});

const plus = (one: number) =>
  database.namedRowsOf<{ sum: number }>(Prisma.sql`SELECT ${one}::int + 1 AS sum`).then(([row]) => row?.sum);

/** The texts that the connection has names for. */
const named = () =>
  database.prisma.$queryRaw<{ statement: string }[]>`
    SELECT statement FROM pg_prepared_statements WHERE name LIKE 'parley_%'`;

test('a statement is parsed once, whatever its values', async () => {
  expect([await plus(1), await plus(2)]).toEqual([2, 3]);
  expect(await named()).toEqual([{ statement: 'SELECT $1::int + 1 AS sum' }]);
});

test('a statement that fails isn’t sent again, and later ones are still named', async () => {
  const divided = (by: number) => database.namedRowsOf(Prisma.sql`SELECT 1 / ${by}::int AS share`);
  await expect(divided(0)).rejects.toMatchObject({ code: '22012' });
  expect(await divided(1)).toEqual([{ share: 1 }]);
  expect(await named()).toEqual([{ statement: 'SELECT 1 / $1::int AS share' }]);
});

test('once a connection lacks a name, as behind a pooler, statements are sent without names', async () => {
  expect(await plus(3)).toBe(4);
  await database.prisma.$executeRaw`DEALLOCATE ALL`;
  expect(await plus(4)).toBe(5);
  expect(await plus(5)).toBe(6);
  expect(await named()).toEqual([]);
});
