import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import { type Database, openDatabase } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import type { Rooms } from '../../server/log/rooms.ts';
import { Inbox } from '../../server/services/notifications/inbox.ts';
import { Participants } from '../../server/services/participants/participants.ts';
import { addClaim, makeDebate, startLogNode, submitAs } from '../support/log-node.ts';
import { type FreshDatabase, freshDatabase } from '../support/shared-postgres.ts';

const NOW = 9_000;
/** More than one page looks up. */
const DEBATES = Array.from({ length: 23 }, (_, nth) => `d_${String(nth).padStart(2, '0')}`);
const LAST = DEBATES.at(-1) ?? '';
const HIDING = 'd_hiding';

let fresh: FreshDatabase;
let database: Database;
let rooms: Rooms;
let inbox: Inbox;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ databaseUrl: fresh.url, dataDir: '' });
  const log = new DatabaseLog(database);
  for (const debateId of DEBATES) await makeDebate(log, debateId, []);
  await makeDebate(log, HIDING, ['m_ann', 'm_ben']);
  const now = () => NOW;
  rooms = startLogNode(log, now).rooms;
  inbox = new Inbox({ database, rooms, participants: new Participants(database, () => undefined), now });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** Writes in a debate, as these people in turn. */
async function writes(
  debateId: string,
  ...acts: (readonly [who: string, operation: Operation])[]
): Promise<void> {
  await rooms.with(debateId, async (room) => {
    for (const [who, operation] of acts) {
      written += 1;
      expect(room && (await submitAs(room, who, written, operation))).toMatchObject({ ok: true });
    }
  });
}

let written = 0;
let people = 0;

/** A new owner of all debates. */
async function aPerson(): Promise<SignedIn> {
  people += 1;
  const id = `u_${people}`;
  await database.prisma.user.create({ data: { id, name: 'Olga', email: `${id}@example.org` } });
  await database.prisma.participant.deleteMany({ where: { id: 'm_owner' } });
  await database.prisma.participant.createMany({
    data: DEBATES.map((debateId) => ({ id: 'm_owner', debateId, userId: id, name: 'Olga' })),
  });
  return { id } as SignedIn;
}

/** A stored notification: of their role, which is always shown, or of an argument that is gone. */
async function isNotified(
  { id: userId }: SignedIn,
  kind: 'appointed' | 'supported',
  { debateId = DEBATES[0] ?? '', at = 5_000, about = 'l_gone', seq = 1 },
): Promise<void> {
  const data = { debateId, participantId: 'm_owner', userId, kind, about, seq, at, toMail: false };
  await database.prisma.note.create({ data });
}

async function page(person: SignedIn, after: string | null, limit = 2) {
  const { debates, last } = await inbox.list(person, { after, debateId: null, unread: false }, limit);
  return {
    last,
    shown: debates.flatMap(({ notes }) =>
      notes.map(({ debateId, about, at }) => `${debateId} ${about} ${at}`),
    ),
  };
}

test('[NO12] the link to older ones is the same whatever the numbers of the log are', async () => {
  const person = await aPerson();
  for (const about of ['one', 'two', 'three']) await isNotified(person, 'appointed', { about });
  const before = await page(person, null);
  expect(before.shown).toEqual(['d_00 one 5000', 'd_00 three 5000']);
  await database.prisma.note.updateMany({ where: { about: 'two' }, data: { seq: 70_001 } });
  await database.prisma.note.updateMany({ where: { about: 'three' }, data: { seq: 80_002 } });
  expect(await page(person, null)).toEqual(before);
  expect(before.last).toBe('5000 d_00 appointed three');
  expect(await page(person, before.last)).toEqual({ shown: ['d_00 two 5000'], last: null });
});

test('[NO12] a link of an earlier form leads to the first page', async () => {
  const person = await aPerson();
  for (const about of ['one', 'two', 'three']) await isNotified(person, 'appointed', { about });
  expect(await page(person, '5000 d_00 1 appointed one')).toEqual(await page(person, null));
});

test('[NO12] the link after a page with nothing to show names a time only, and none of that time is skipped', async () => {
  const person = await aPerson();
  for (const debateId of DEBATES) await isNotified(person, 'supported', { debateId });
  await isNotified(person, 'appointed', { debateId: LAST, at: 4_000, about: 'old' });
  const first = await page(person, null);
  expect(first).toEqual({ shown: [], last: '5000' });
  expect(await page(person, first.last)).toEqual({ shown: [`${LAST} old 4000`], last: null });
  await isNotified(person, 'appointed', { debateId: LAST, about: 'same time' });
  expect((await page(person, null)).shown).toEqual([`${LAST} same time 5000`]);
});

test('[NO12] the link after a page that is not full names the last one shown, and pages go on to the oldest', async () => {
  const person = await aPerson();
  await isNotified(person, 'appointed', { debateId: LAST, at: 8_000, about: 'new' });
  for (const [nth, debateId] of DEBATES.entries())
    await isNotified(person, 'supported', { debateId, at: 7_000 - nth });
  await isNotified(person, 'appointed', { debateId: LAST, at: 4_000, about: 'old' });
  const first = await page(person, null);
  expect(first).toEqual({ shown: [`${LAST} new 8000`], last: `8000 ${LAST} appointed new` });
  const shown: string[] = [];
  for (let { last } = first; last !== null; ) {
    const next = await page(person, last);
    expect(next.last === null || /^\d+$/.test(next.last)).toBe(true);
    shown.push(...next.shown);
    last = next.last;
  }
  expect(shown).toEqual([`${LAST} old 4000`]);
});

const remark = (commentId: string) =>
  ({ type: 'comment.add', commentId, on: { kind: 'claim', id: 'c_a' }, replyTo: null, text: 'So?' }) as const;

test('[NO12] a comment that is hidden while all are marked as read is unread once it is shown again', async () => {
  const ids = ['m_hidden', 'm_gone', 'm_shown'];
  await writes(
    HIDING,
    ['m_ann', addClaim('a')],
    ...ids.map((id) => ['m_ben', remark(id)] as const),
    ['m_ben', { type: 'comment.withdraw', commentId: 'm_gone' }],
    ['m_owner', { type: 'content.hide', ids: ['m_hidden'], reason: 'spam', note: '' }],
  );
  const person = { id: 'u_ann' } as SignedIn;
  await database.prisma.user.create({ data: { id: person.id, name: 'Ann' } });
  const ann = { debateId: HIDING, id: 'm_ann' };
  await database.prisma.participant.create({ data: { ...ann, userId: person.id, name: 'Ann' } });
  await database.prisma.note.createMany({
    data: ids.map((about) => ({
      debateId: HIDING,
      participantId: ann.id,
      userId: person.id,
      kind: 'commented',
      about,
      seq: 1,
      at: 5_000,
      toMail: true,
    })),
  });
  const unread = async () => {
    const rows = await database.prisma.note.findMany({ where: { userId: person.id, read: false } });
    return rows.map(({ about, toMail }) => [about, toMail]).sort();
  };
  await inbox.readUpTo(HIDING, ann.id, 4_999);
  expect(await unread()).toHaveLength(3);
  const marks = [
    () => inbox.mark(person, {}, true),
    () => inbox.mark(person, { debateId: HIDING, until: 5_000 }, true),
    () => inbox.readUpTo(HIDING, ann.id, 5_000),
  ];
  for (const mark of marks) {
    await database.prisma.note.updateMany({
      where: { userId: person.id },
      data: { read: false, toMail: true },
    });
    await mark();
    expect(await unread()).toEqual([['m_hidden', true]]);
  }
  expect(await inbox.unread(person)).toBe(0);
  await writes(HIDING, ['m_owner', { type: 'content.restore', ids: ['m_hidden'] }]);
  expect(await inbox.unread(person)).toBe(1);
  await inbox.mark(person, {}, true);
  expect(await unread()).toEqual([]);
});
