import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../server/database/open-database.ts';
import { parley } from '../../server/handle.ts';
import { Retention } from '../../server/services/privacy/retention.ts';
import { claim, join, makeDebate, withTestServer } from '../support/live-debates.ts';
import { type FreshDatabase, freshDatabase } from '../support/shared-postgres.ts';
import { startTestServer } from '../support/test-server.ts';

const DAY = 86_400_000;
let fresh: FreshDatabase;
let database: Database;

withTestServer(async () => {
  fresh = await freshDatabase();
  return startTestServer({ database: fresh });
});
beforeAll(async () => {
  database = await openDatabase({ databaseUrl: fresh.url, dataDir: '' });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** Sweeps as a server does so many days later. `meanwhile` happens during it. */
const sweepAfter = (days: number, meanwhile: () => Promise<void> = () => Promise.resolve()) =>
  new Retention({
    database,
    erasures: parley().erasures,
    answerDays: 90,
    guestDays: 30,
    quiet: { sweep: meanwhile },
    guestsAtOnce: 1,
    now: () => Date.now() + days * DAY,
  }).sweep();

test('[OP20] guests who only joined go when their sign-ins have ended, and answers when they are old enough', async () => {
  const debateId = await makeDebate();
  const quiet = await join(debateId, 'Quiet');
  const writer = await join(debateId, 'Writer');
  const present = await join(debateId, 'Present');
  expect(await writer.submit(claim('a'))).toMatchObject({ ok: true });
  const names = async () => {
    const rows = await database.prisma.participant.findMany({ where: { debateId } });
    return [quiet, writer, present].map(({ id }) => rows.find((row) => row.id === id)?.name ?? 'gone');
  };
  const answers = () => database.prisma.submission.count({ where: { debateId } });
  await database.prisma.signIn.updateMany({
    where: { user: { participants: { some: { id: present.id } } } },
    data: { expiresAt: new Date(Date.now() + 1_000 * DAY) },
  });
  const written = await answers();
  expect(written).toBeGreaterThan(0);

  await sweepAfter(89);
  expect(await names()).toEqual(['Quiet', 'Writer', 'Present']);
  expect(await answers()).toBe(written);
  // While another node sweeps, this one does not, unless that one was killed.
  const until = (day: number) => ({ key: 'retention', value: String(Date.now() + day * DAY) });
  await database.prisma.setting.upsert({
    where: { key: 'retention' },
    create: until(92),
    update: until(92),
  });
  await sweepAfter(91);
  expect(await answers()).toBe(written);
  await database.prisma.setting.update({ where: { key: 'retention' }, data: until(90) });
  await sweepAfter(91);
  expect(await answers()).toBe(0);
  // By then the sign-ins of the first two have ended.
  await sweepAfter(121);
  expect(await names()).toEqual(['gone', 'Writer', 'Present']);
  // However long ago a guest came.
  await sweepAfter(1_001);
  expect(await names()).toEqual(['gone', 'Writer', 'gone']);
});

test('[OP20] a sweep that takes too long leaves the turn to the node that took it over', async () => {
  const key = 'retention';
  const turn = async () => (await database.prisma.setting.findUnique({ where: { key } }))?.value ?? null;
  const later = String(Date.now() + 2_000 * DAY);
  await sweepAfter(1_002, async () => {
    await database.prisma.setting.update({ where: { key }, data: { value: later } });
  });
  expect(await turn()).toBe(later);
  await sweepAfter(2_001);
  expect(await turn()).toBeNull();
});

test('[OP20] guests go although a debate of another one cannot be read', async () => {
  const guests = [await quietGuest(), await quietGuest()].sort((a, b) => (a.userId < b.userId ? -1 : 1));
  // The first that the sweep meets.
  await database.prisma.logEntry.updateMany({
    where: { debateId: guests[0]?.debateId, seq: 1 },
    data: { type: 'claim.added', payload: {} },
  });
  await database.prisma.snapshot.deleteMany({ where: { debateId: guests[0]?.debateId } });
  await sweepAfter(3_000);
  const left = await database.prisma.user.findMany({
    where: { id: { in: guests.map(({ userId }) => userId) } },
    select: { id: true },
  });
  expect(left).toEqual([{ id: guests[0]?.userId }]);
});

/** A guest who only joined a debate, with their number. */
async function quietGuest(): Promise<{ readonly userId: string; readonly debateId: string }> {
  const debateId = await makeDebate();
  const { id } = await join(debateId, 'Quiet');
  const where = { debateId_id: { debateId, id } };
  const row = await database.prisma.participant.findUnique({ where });
  return { userId: row?.userId ?? '', debateId };
}
