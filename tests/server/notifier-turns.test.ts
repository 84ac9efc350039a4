import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateDebate } from '../../server/generate/generate-debate.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { Notifier } from '../../server/notifications/notifier.ts';
import { startEmbeddedDatabase, type TestDatabase } from '../support/database.ts';
import { startLogNode } from '../support/log-node.ts';

/** Statements by which the notifier reads a page of a log and notes how far it came. */
const A_PAGE = 6;

let tested: TestDatabase;
beforeAll(async () => {
  tested = await startEmbeddedDatabase();
});
afterAll(() => tested.stop());

test('[NO6] a long debate is looked through page by page, and others are answered between two', async () => {
  const { database } = tested;
  const { debateId } = await generateDebate(database, {
    claims: 1_500,
    positions: 3,
    people: 40,
    votesPerClaim: 1,
    seed: 7,
  });
  let atOnce = 0;
  let most = 0;
  let statements = 0;
  const prisma = database.prisma.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        statements += 1;
        atOnce += 1;
        most = Math.max(most, atOnce);
        return query(args);
      },
    },
  }) as typeof database.prisma;
  let isOver = false;
  const others = (async () => {
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve));
      atOnce = 0;
    }
  })();
  const node = startLogNode(new DatabaseLog(database.prisma), Date.now, (room) => notifier.keep(room));
  const failures: unknown[] = [];
  const notifier = new Notifier({
    database: { ...database, prisma },
    rooms: node.rooms,
    mails: false,
    failed: (error) => void failures.push(error),
  });
  await node.room(debateId);
  await notifier.look();
  isOver = true;
  await others;
  expect(failures).toEqual([]);
  expect(statements).toBeGreaterThan(5 * A_PAGE);
  expect(most).toBeLessThanOrEqual(A_PAGE);
});
