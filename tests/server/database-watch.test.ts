import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Prisma } from '../../prisma/client/client.ts';
import { DatabaseWatch } from '../../server/database/database-watch.ts';
import { type Database, openDatabase } from '../../server/database/open-database.ts';
import { type FreshDatabase, freshDatabase } from '../support/shared-postgres.ts';

let fresh: FreshDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  const url = new URL(fresh.url);
  url.searchParams.set('connection_limit', '1');
  url.searchParams.set('connect_timeout', '60');
  database = await openDatabase({ databaseUrl: url.href, dataDir: '' });
});
afterAll(async () => {
  await database?.close();
  await fresh?.drop();
});

const sleeping = (seconds: number) => database.rowsOf(Prisma.sql`SELECT pg_sleep(${seconds}::float8)::text`);

test('a database answers while others have all connections and get their answers', async () => {
  const burst = Array.from({ length: 15 }, () => sleeping(0.2));
  expect(await new DatabaseWatch(database).answers()).toBe(true);
  await Promise.all(burst);
  // The watch's own question is still waiting behind them.
  await database.ping();
});

test('a database does not answer while nobody gets an answer from it', async () => {
  const other = new pg.Client(fresh.url);
  await other.connect();
  await other.query('SELECT pg_advisory_lock(1)');
  const stuck = database.rowsOf(Prisma.sql`SELECT pg_advisory_lock(1)::text`);
  expect(await new DatabaseWatch(database).answers()).toBe(false);
  await other.end();
  await stuck;
  expect(await new DatabaseWatch(database).answers()).toBe(true);
});
