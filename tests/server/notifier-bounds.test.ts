import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { Database } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import type { DebateRoom } from '../../server/log/debate-room.ts';
import { Notifier } from '../../server/services/notifications/notifier.ts';
import { startEmbeddedDatabase, type TestDatabase } from '../support/database.ts';
import { quickPoll } from '../support/debate-builder.ts';
import { addClaim, makeDebate, startLogNode, submitAs, upTo } from '../support/log-node.ts';
import { VOTING, WRITING } from '../support/phased-debate.ts';

const PEOPLE = 60;
const CLAIMS = 300;
const BOUNDS = { notes: 50, kept: 25, inARow: 3 };

let tested: TestDatabase;
beforeAll(async () => {
  tested = await startEmbeddedDatabase();
});
afterAll(() => tested.stop());

/** A debate with these people, who chose all notifications. */
async function aDebateOf(log: DatabaseLog, debateId: string, people: number): Promise<void> {
  const { prisma } = tested.database;
  const ids = upTo(people).map((n) => `m_${n}`);
  await makeDebate(log, debateId, ['m_writer', ...ids]);
  const userOf = (id: string) => `u_${debateId}_${id}`;
  await prisma.user.createMany({ data: ids.map((id) => ({ id: userOf(id), name: id })) });
  await prisma.participant.createMany({
    data: ids.map((id) => ({ id, debateId, userId: userOf(id), name: id })),
  });
  await prisma.noteChoice.createMany({
    data: ids.map((participantId) => ({ participantId, debateId, level: 'all', muted: [] })),
  });
}

/** A notifier, with the size of each of its statements; `before` is called with the number of each and the debate it is for. */
function aNotifier(log: DatabaseLog, before: (nth: number, debateId: string) => void = () => undefined) {
  const { database } = tested;
  const statements: { debateId: string; size: number }[] = [];
  const rowsOf: Database['rowsOf'] = (statement, how) => {
    if (how !== 'shared') {
      const lists = statement.values.filter((value) => Array.isArray(value));
      const debateId = String(lists[0]?.[0]);
      statements.push({ debateId, size: Math.max(...lists.map(({ length }) => length)) });
      before(statements.length, debateId);
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
    bounds: BOUNDS,
  });
  return { node, notifier, statements, failures };
}

async function does(room: DebateRoom, actor: string, first: number, ...operations: Operation[]) {
  for (const [at, operation] of operations.entries())
    expect(await submitAs(room, actor, first + at, operation)).toMatchObject({ ok: true });
}

/** Reveals many claims at once to many people, and asks them to vote. */
async function reveals(room: DebateRoom): Promise<void> {
  await does(
    room,
    'm_owner',
    1,
    { type: 'agenda.set', phases: [WRITING, VOTING], base: 0 },
    { type: 'agenda.goTo', from: null, to: WRITING.id },
  );
  await does(room, 'm_writer', 1, ...upTo(CLAIMS).map((n) => addClaim(`${n}`)));
  await does(room, 'm_owner', 3, { type: 'agenda.goTo', from: WRITING.id, to: VOTING.id });
}

/** How many notifications each person of a debate has. */
async function countsIn(debateId: string): Promise<number[]> {
  const rows = await tested.database.prisma.note.groupBy({
    by: ['participantId'],
    where: { debateId },
    _count: true,
  });
  return rows.map(({ _count }) => _count);
}

const cursorOf = async (debateId: string) =>
  (await tested.database.prisma.noteCursor.findUnique({ where: { debateId } }))?.seq;

test('[NO12] a reveal of many claims to many people is written in small statements, as much as is kept', async () => {
  const log = new DatabaseLog(tested.database);
  await aDebateOf(log, 'd_reveal', PEOPLE);
  const { node, notifier, statements, failures } = aNotifier(log);
  const room = await node.room('d_reveal');
  await notifier.look();
  await reveals(room);
  await notifier.look();
  expect(failures).toEqual([]);
  expect(await countsIn('d_reveal')).toEqual(upTo(PEOPLE).map(() => BOUNDS.kept));
  expect(Math.max(...statements.map(({ size }) => size))).toBe(BOUNDS.notes);
  expect(await cursorOf('d_reveal')).toBe(room.state.seq);
});

test('[NO6] other debates are notified between two parts of a long one', async () => {
  const log = new DatabaseLog(tested.database);
  await aDebateOf(log, 'd_long', PEOPLE);
  await aDebateOf(log, 'd_short', 2);
  const { node, notifier, statements, failures } = aNotifier(log);
  const rooms = await Promise.all(['d_long', 'd_short'].map((id) => node.room(id)));
  await notifier.look();
  statements.length = 0;
  const [long, short] = [rooms[0] ?? expect.fail(), rooms[1] ?? expect.fail()];
  await reveals(long);
  const looking = notifier.look();
  await expect.poll(() => statements.length).toBeGreaterThan(0);
  await does(short, 'm_owner', 1, quickPoll('poll_a'));
  await looking;
  expect(failures).toEqual([]);
  expect(await countsIn('d_short')).toEqual([1, 1]);
  expect(statements.findLastIndex(({ debateId }) => debateId === 'd_long')).toBe(statements.length - 1);
});

test('[NO6] a part that fails is made good later, what was read stays read, and no other debate waits', async () => {
  const log = new DatabaseLog(tested.database);
  await aDebateOf(log, 'd_cut', PEOPLE);
  await aDebateOf(log, 'd_whole', 2);
  let breaksAt = Number.POSITIVE_INFINITY;
  const { node, notifier, statements, failures } = aNotifier(log, (nth, debateId) => {
    if (debateId === 'd_cut' && nth >= breaksAt) throw new Error('a statement that fails');
  });
  const rooms = await Promise.all(['d_cut', 'd_whole'].map((id) => node.room(id)));
  await notifier.look();
  const [cut, whole] = [rooms[0] ?? expect.fail(), rooms[1] ?? expect.fail()];
  await reveals(cut);
  await does(whole, 'm_owner', 1, quickPoll('poll_a'));
  breaksAt = statements.length + 6;
  await notifier.look();
  expect(failures).toHaveLength(1);
  expect(await countsIn('d_whole')).toEqual([1, 1]);
  expect(await cursorOf('d_cut')).toBe(cut.state.seq - 1);
  const { prisma } = tested.database;
  const { count } = await prisma.note.updateMany({ where: { debateId: 'd_cut' }, data: { read: true } });
  expect(count).toBeGreaterThan(0);
  // Left alone for a while.
  await does(cut, 'm_owner', 4, quickPoll('poll_b'));
  await notifier.look();
  expect(failures).toHaveLength(1);
  // Another node, or this one after a start.
  const next = aNotifier(log);
  await next.notifier.look();
  expect(next.failures).toEqual([]);
  expect(await countsIn('d_cut')).toEqual(upTo(PEOPLE).map(() => BOUNDS.kept + 1));
  expect(await prisma.note.count({ where: { debateId: 'd_cut', read: true } })).toBe(count);
  expect(await cursorOf('d_cut')).toBe(cut.state.seq);
});
