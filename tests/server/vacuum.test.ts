import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Authentication } from '../../server/auth/auth.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { createLogger } from '../../server/logging/logger.ts';
import { Erasures } from '../../server/services/privacy/erasures.ts';
import { startEmbeddedDatabase, type TestDatabase } from '../support/database.ts';
import { startLogNode, upTo } from '../support/log-node.ts';

let embedded: TestDatabase;

beforeAll(async () => {
  embedded = await startEmbeddedDatabase();
});
afterAll(() => embedded?.stop());

test('[OP21] the room of what was deleted is used again after it is vacuumed, beside a transaction too', async () => {
  const { prisma, embedded: own } = embedded.database;
  const size = async () => {
    const [row] = await prisma.$queryRaw<{ bytes: number }[]>`
      SELECT pg_total_relation_size('setting')::int AS bytes`;
    return row?.bytes ?? 0;
  };
  const fill = async () => {
    await prisma.setting.createMany({
      data: upTo(500).map((n) => ({ key: `filled${n}`, value: 'long '.repeat(300) })),
    });
    await prisma.setting.deleteMany({ where: { key: { startsWith: 'filled' } } });
  };
  await fill();
  let vacuumed: Promise<void> | undefined;
  await prisma.$transaction(async (transaction) => {
    await transaction.setting.count();
    vacuumed = own?.vacuum();
    await transaction.setting.count();
  });
  await vacuumed;
  const before = await size();
  await fill();
  expect(await size()).toBeLessThan(1.2 * before);
  const leftOut = await prisma.$queryRaw`
    SELECT relname FROM pg_stat_user_tables WHERE last_vacuum IS NULL OR last_analyze IS NULL`;
  expect(leftOut).toEqual([]);
});

test('[OP21] an erasure of words frees their room at once', async () => {
  const { database } = embedded;
  const log = new DatabaseLog(database);
  const erasures = new Erasures({
    database,
    log,
    rooms: startLogNode(log).rooms,
    // Nobody is signed in.
    auth: { endAll: async () => {} } as unknown as Authentication,
    logger: createLogger('silent'),
    now: Date.now,
  });
  const vacuums = async () => {
    const [row] = await database.prisma.$queryRaw<{ count: number }[]>`
      SELECT vacuum_count::int AS count FROM pg_stat_user_tables WHERE relname = 'log_entry'`;
    return row?.count ?? 0;
  };
  for (const [what, more] of [
    ['name', 0],
    ['words', 1],
  ] as const) {
    const before = await vacuums();
    await database.prisma.user.create({ data: { id: `u_${what}`, name: 'Dana' } });
    expect(await erasures.erase(`u_${what}`, { words: what === 'words' })).toEqual({ ok: true });
    expect((await vacuums()) - before).toBe(more);
  }
});
