import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateDebate } from '../../server/cli/generate/generate-debate.ts';
import { ArchivedCopies } from '../../server/log/archived-copies.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { DebateLifecycle } from '../../server/services/debates/debate-lifecycle.ts';
import { NotificationStore } from '../../server/services/notifications/notification-store.ts';
import { Participants } from '../../server/services/participants/participants.ts';
import { startEmbeddedDatabase, type TestDatabase } from '../support/database.ts';
import { startLogNode } from '../support/log-node.ts';

let tested: TestDatabase;
let debateId: string;
let entries: number;

beforeAll(async () => {
  tested = await startEmbeddedDatabase();
  const size = { claims: 900, positions: 3, people: 20, votesPerClaim: 3, seed: 5 };
  ({ debateId, entries } = await generateDebate(tested.database, size));
});

afterAll(() => tested.stop());

/** The result of some work, and how often another statement was answered meanwhile; `meanwhile` is done once, in the middle. */
async function beside<T>(work: Promise<T>, meanwhile: () => Promise<void> = async () => undefined) {
  const { prisma } = tested.database;
  let isOver = false;
  let answered = 0;
  const others = (async () => {
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve));
      await prisma.debate.count();
      answered += 1;
      if (answered === 2) await meanwhile();
    }
  })();
  const result = await work;
  isOver = true;
  await others;
  return { result, answered };
}

const copies = () => new ArchivedCopies(tested.database.prisma, Date.now);
const copy = () => copies().keep(debateId, entries, 'm_owner');

test('[LI9] others are answered while a large debate is copied, and the copy is whole', async () => {
  const { prisma } = tested.database;
  const { result: id, answered } = await beside(copy());
  expect(entries).toBeGreaterThan(3_000);
  expect(answered).toBeGreaterThanOrEqual(Math.floor(entries / 500) - 1);
  const log = new DatabaseLog(tested.database);
  const [original, copied] = [await log.read(debateId, 0, entries), await log.read(id, 0, entries + 10)];
  expect(copied.slice(0, -1)).toEqual(original);
  expect(copied.at(-1)).toMatchObject({ seq: entries + 1, type: 'debate.deleted', author: 'm_owner' });
  const peopleOf = (of: string) =>
    prisma.participant.findMany({
      where: { debateId: of },
      select: { id: true, userId: true },
      orderBy: { id: 'asc' },
    });
  expect(await peopleOf(id)).toEqual(await peopleOf(debateId));
});

test('[LI9] a restored copy notifies of nothing before it, and keeps read marks, reminders and notification settings', async () => {
  const { prisma } = tested.database;
  const [first] = await prisma.participant.findMany({ where: { debateId }, orderBy: { id: 'asc' }, take: 1 });
  const of = { debateId, participantId: first?.id ?? '' };
  const choice = { level: 'mine', muted: ['c_1'] };
  const seen = { until: 5n, left: 4n, later: { c_1: 6 }, revision: 3 };
  await prisma.noteChoice.create({ data: { ...of, ...choice } });
  await prisma.seenMark.create({ data: { ...of, ...seen } });
  await prisma.noteCursor.upsert({
    where: { debateId },
    create: { debateId, seq: 1, remindAt: 7n },
    update: { remindAt: 7n },
  });
  const id = await copy();
  const copied = { debateId: id, participantId: of.participantId };
  expect(await prisma.noteChoice.findMany({ where: { debateId: id } })).toEqual([{ ...copied, ...choice }]);
  expect(await prisma.seenMark.findMany({ where: { debateId: id } })).toEqual([{ ...copied, ...seen }]);
  expect(await prisma.noteCursor.findUnique({ where: { debateId: id } })).toMatchObject({ remindAt: 7n });
  const store = new NotificationStore(tested.database);
  await prisma.debate.update({ where: { id }, data: { visibility: 'private' } });
  expect(await store.behind()).not.toContain(id);
  await prisma.debate.update({ where: { id }, data: { head: { increment: 1 } } });
  expect(await store.behind()).toContain(id);
  expect(await store.reach(id)).toEqual([entries + 1, entries + 2]);
});

test('[LI9] words that are erased while a debate is copied are in no copy', async () => {
  const { prisma } = tested.database;
  const before = await prisma.debate.count();
  const { result: id } = await beside(copy(), async () => {
    await prisma.$executeRaw`UPDATE log_entry SET payload = '{"erased":true}'::json WHERE debate_id = ${debateId} AND seq = 1`;
    await prisma.$executeRaw`UPDATE debate SET erased_at = 1 WHERE id = ${debateId}`;
  });
  const [first] = await new DatabaseLog(tested.database).read(id, 0, 1);
  expect(first?.payload).toEqual({ erased: true });
  expect(await prisma.debate.count()).toBe(before + 1);
});

test('[LI9] others are answered while a large debate is removed, and nothing of it stays', async () => {
  const { prisma } = tested.database;
  const id = await copy();
  await prisma.$executeRaw`
    INSERT INTO submission (debate_id, client_id, client_seq, hash, answer, at)
    SELECT ${id}, 'client', n, '', '{}', now() FROM generate_series(1, 1000) n`;
  const { result, answered } = await beside(copies().forget(id));
  expect(result).toBe(true);
  expect(answered).toBeGreaterThanOrEqual(Math.floor(entries / 500) - 1);
  const left = [
    prisma.logEntry.count({ where: { debateId: id } }),
    prisma.submission.count({ where: { debateId: id } }),
  ];
  expect(await Promise.all(left)).toEqual([0, 0]);
  expect(await prisma.logEntry.count({ where: { debateId } })).toBe(entries);
});

test('[LI9] the next purge removes the rest of a debate whose removal stopped', async () => {
  const { prisma } = tested.database;
  const id = await copy();
  await prisma.$executeRaw`CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'stopped'; END $$`;
  await prisma.$executeRaw`
    CREATE TRIGGER stopped BEFORE DELETE ON log_entry FOR EACH ROW WHEN (OLD.seq = 1000) EXECUTE FUNCTION stop()`;
  await expect(copies().forget(id)).rejects.toThrow('stopped');
  await prisma.$executeRaw`DROP TRIGGER stopped ON log_entry`;
  expect(await prisma.debate.count({ where: { id } })).toBe(0);
  expect(await prisma.logEntry.count({ where: { debateId: id } })).toBeGreaterThan(0);
  const { rooms } = startLogNode(new DatabaseLog(tested.database));
  const participants = new Participants(tested.database, () => undefined);
  await new DebateLifecycle(tested.database, rooms, participants, Date.now).purge(Date.now());
  expect(await prisma.logEntry.count({ where: { debateId: id } })).toBe(0);
  expect(await prisma.setting.findMany({ where: { key: { endsWith: id } } })).toEqual([]);
  expect(await prisma.logEntry.count({ where: { debateId } })).toBe(entries);
});
