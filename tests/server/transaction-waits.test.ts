import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbeddedDatabase, type TestDatabase } from '../support/database.ts';

let embedded: TestDatabase;
beforeAll(async () => {
  embedded = await startEmbeddedDatabase();
});
afterAll(() => embedded?.stop());

test('a transaction waits for another one that takes longer than Prisma waits by itself', async () => {
  const { prisma } = embedded.database;
  const long = prisma.$transaction(async (step) => {
    await step.$queryRaw`SELECT 1`;
    // The other one begins to wait. The embedded database holds the thread; then the timer by which Prisma gives up has its turn.
    await setImmediate();
    await step.$queryRaw`SELECT pg_sleep(2.2)::text`;
    await setImmediate();
  });
  const next = prisma.$transaction((step) => step.$queryRaw`SELECT 1 AS done`);
  expect(await next).toEqual([{ done: 1 }]);
  await long;
});
