import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateDebate } from '../../server/cli/generate/generate-debate.ts';
import type { Database } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { Deadlines } from '../../server/services/notifications/deadlines.ts';
import { Notifier } from '../../server/services/notifications/notifier.ts';
import { startEmbeddedDatabase, type TestDatabase } from '../support/database.ts';
import { quickPoll } from '../support/debate-builder.ts';
import { makeDebate, startLogNode, submitAs, upTo } from '../support/log-node.ts';

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
  const count = () => {
    statements += 1;
    atOnce += 1;
    most = Math.max(most, atOnce);
  };
  const prisma = database.prisma.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        count();
        return query(args);
      },
    },
  }) as typeof database.prisma;
  const rowsOf: Database['rowsOf'] = (statement, how) => {
    count();
    return database.rowsOf(statement, how);
  };
  let isOver = false;
  const others = (async () => {
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve));
      atOnce = 0;
    }
  })();
  const node = startLogNode(new DatabaseLog(database), Date.now, (room) => notifier.keep(room));
  const failures: unknown[] = [];
  const notifier = new Notifier({
    database: { ...database, prisma, rowsOf },
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

test('a debate that is open here is asked for its head once, then followed in memory', async () => {
  const { database } = tested;
  const log = new DatabaseLog(database);
  await makeDebate(log, 'd_followed', ['m_ann']);
  let asked = 0;
  const prisma = database.prisma.$extends({
    query: {
      debate: {
        findUnique: ({ args, query }) => {
          asked += Number(args.where.id === 'd_followed');
          return query(args);
        },
      },
    },
  }) as typeof database.prisma;
  const node = startLogNode(log, Date.now, (room) => notifier.keep(room));
  const notifier = new Notifier({
    database: { ...database, prisma },
    rooms: node.rooms,
    mails: false,
    failed: (error) => expect.unreachable(String(error)),
  });
  const room = await node.room('d_followed');
  await notifier.look();
  expect(asked).toBe(1);
  expect(await submitAs(room, 'm_owner', 1, quickPoll('poll_followed'))).toMatchObject({ ok: true });
  await notifier.look();
  expect(asked).toBe(1);
  const cursor = await database.prisma.noteCursor.findUnique({ where: { debateId: 'd_followed' } });
  expect(cursor?.seq).toBe(room.state.seq);
});

/** The debates of which a notifier asks for the head; it is stopped as it asks, and `answer` runs before the database's answer. */
async function askedWhenStopped(ids: readonly string[], answer: () => void): Promise<unknown[]> {
  const { database } = tested;
  const log = new DatabaseLog(database);
  for (const id of ids) await makeDebate(log, id, ['m_ann']);
  const asked: unknown[] = [];
  const prisma = database.prisma.$extends({
    query: {
      debate: {
        findUnique: async ({ args, query }) => {
          asked.push(args.where.id);
          stop();
          answer();
          return query(args);
        },
      },
    },
  }) as typeof database.prisma;
  const notifier = new Notifier({
    database: { ...database, prisma },
    rooms: startLogNode(log).rooms,
    mails: false,
    failed: (error) => expect.unreachable(String(error)),
  });
  const stop = notifier.watch(3_600_000);
  await notifier.look();
  return asked;
}

test('a search that is stopped asks for no more debates', async () => {
  const asked = await askedWhenStopped(['d_stopped1', 'd_stopped2'], () => undefined);
  expect(new Set(asked).size).toBe(1);
});

test('a search that the end of its database cuts off says nothing', async () => {
  const asked = await askedWhenStopped(['d_cut1', 'd_cut2'], () => {
    throw new Error('Cannot use a pool after calling end on the pool');
  });
  expect(asked).toHaveLength(1);
});

describe('notes for many people in many debates', () => {
  /** Both polls of a debate fit in a statement; those of two debates don't. */
  const PEOPLE = 200;
  const DEBATES = 3;
  /** Notes of one statement. */
  const AT_ONCE = 500;

  /** Debates that a notifier has looked through, in each of which two polls were opened since; and its statements' sizes. */
  async function polled(key: string) {
    const { database } = tested;
    const log = new DatabaseLog(database);
    const ids = upTo(DEBATES).map((n) => `d_${key}${n}`);
    const people = upTo(PEOPLE).map((n) => `${key}${n}`);
    await database.prisma.user.createMany({
      data: people.map((name) => ({ id: `u_${name}`, name })),
    });
    for (const debateId of ids) {
      await makeDebate(
        log,
        debateId,
        people.map((name) => `m_${name}`),
      );
      await database.prisma.participant.createMany({
        data: people.map((name) => ({ id: `m_${name}`, debateId, userId: `u_${name}`, name })),
      });
    }
    const sizes: number[] = [];
    const broken = { writes: 0 };
    const rowsOf: Database['rowsOf'] = async (statement, how) => {
      if (how !== 'shared') {
        sizes.push(Math.max(...statement.values.map((value) => (Array.isArray(value) ? value.length : 0))));
        if (broken.writes-- > 0) throw new Error('a statement that fails');
      }
      return database.rowsOf(statement, how);
    };
    const node = startLogNode(log, Date.now, (room) => notifier.keep(room));
    const failures: unknown[] = [];
    const notifier = new Notifier({
      database: { ...database, rowsOf },
      rooms: node.rooms,
      mails: false,
      failed: (error) => void failures.push(error),
    });
    const rooms = await Promise.all(ids.map((id) => node.room(id)));
    await notifier.look();
    for (const room of rooms)
      for (const n of [1, 2])
        expect(await submitAs(room, 'm_owner', n, quickPoll(`poll_${n}`))).toMatchObject({ ok: true });
    sizes.length = 0;
    const notes = () => database.prisma.note.count({ where: { debateId: { in: ids }, kind: 'polled' } });
    return { notifier, sizes, broken, failures, notes };
  }

  test('are written in statements of a bounded size', async () => {
    const { notifier, sizes, failures, notes } = await polled('a');
    await notifier.look();
    expect(failures).toEqual([]);
    expect(await notes()).toBe(2 * PEOPLE * DEBATES);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(AT_ONCE);
  });

  test('all arrive where a statement fails, and the rest is written as before', async () => {
    const { notifier, sizes, broken, failures, notes } = await polled('b');
    broken.writes = 1;
    await notifier.look();
    expect(failures).toHaveLength(1);
    expect(await notes()).toBe(2 * PEOPLE * DEBATES);
    // The other debates' notes are not written twice.
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeLessThan(2 * PEOPLE * (DEBATES + 1) + AT_ONCE);
  });
});

test('[TK9] a debate whose people cannot be reminded is tried again after a minute', async () => {
  const { database } = tested;
  const log = new DatabaseLog(database);
  await makeDebate(log, 'd-unreadable', ['dana']);
  await database.prisma.noteCursor.create({ data: { debateId: 'd-unreadable', seq: 1, remindAt: 5n } });
  const { rooms } = startLogNode(log);
  const broken = new Error('This debate cannot be read');
  const failures: unknown[] = [];
  const deadlines = new Deadlines({
    database,
    rooms: Object.assign(Object.create(rooms), { with: () => Promise.reject(broken) }),
    mails: false,
    now: () => 1_000,
    failed: (error) => failures.push(error),
  });
  await deadlines.look();
  await deadlines.look();
  expect(failures).toEqual([broken]);
  const cursor = await database.prisma.noteCursor.findUnique({ where: { debateId: 'd-unreadable' } });
  expect(cursor?.remindAt).toBe(61_000n);
});
