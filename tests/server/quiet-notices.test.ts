import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import { type Database, openDatabase } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import type { DebateRoom } from '../../server/log/debate-room.ts';
import type { OperationLog } from '../../server/log/operation-log.ts';
import type { Rooms } from '../../server/log/rooms.ts';
import { NotificationStore } from '../../server/services/notifications/notification-store.ts';
import { Participants } from '../../server/services/participants/participants.ts';
import { QuietDebates } from '../../server/services/privacy/quiet-debates.ts';
import { addClaim, makeDebate, startLogNode, submitAs } from '../support/log-node.ts';
import { type FreshDatabase, freshDatabase } from '../support/shared-postgres.ts';

const DAY = 86_400_000;
/** Debates are archived after 30 days, and deleted 30 days later, 14 days after a notice. */
const RULES = { archiveDays: 30, deleteDays: 30, noticeDays: 14 };

let fresh: FreshDatabase;
let database: Database;
let log: DatabaseLog;
let day = 0;
let written = 0;
/** Debates begin in the first second of day 0. */
const now = () => day * DAY + 2_000;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ databaseUrl: fresh.url, dataDir: '' });
  log = new DatabaseLog(database);
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});
beforeEach(() => {
  day = 0;
});

/** A person who is this participant; without an address, a guest who can't sign in again. */
async function aPerson(debateId: string, id: string, email: string | null = `${id}@${debateId}.example.org`) {
  const userId = `u_${debateId}_${id}`;
  await database.prisma.user.create({ data: { id: userId, name: id, email } });
  await database.prisma.participant.create({ data: { id, debateId, userId, name: id } });
  return { id: userId } as SignedIn;
}

/** Writes on this day, through a node that doesn't sweep. */
async function writes(debateId: string, actor: string, ...operations: Operation[]): Promise<void> {
  await startLogNode(log, now).rooms.with(debateId, async (room) => {
    for (const operation of operations) {
      written += 1;
      const answer = room && (await submitAs(room, actor, written, operation));
      expect(answer).toMatchObject({ ok: true });
    }
  });
}

/** A group of Ann and Ben in a debate, with a log of its own. */
async function aGroup(debateId: string, groupId: string) {
  await makeDebate(log, groupId, ['m_ann', 'm_ben']);
  await database.prisma.debate.update({ where: { id: groupId }, data: { visibility: 'group' } });
  const group = { groupId: 'g_one', debateId: groupId, name: 'One', members: ['m_ann', 'm_ben'] };
  await writes(debateId, 'm_owner', { type: 'group.form', groups: [group] });
}

const archive = (debateId: string) =>
  writes(debateId, 'm_owner', { type: 'debate.setStatus', status: 'archived' });

/**
 * A node that puts debates away, and the debates whose state it has looked at; `before`: called before it enters one; `after`: called
 * after it has written there.
 */
function aSweeper(
  readPage: OperationLog['readPage'] = log.readPage.bind(log),
  before?: (debateId: string) => Promise<void>,
  after?: () => never,
) {
  const looked: string[] = [];
  const reading = Object.assign(Object.create(log) as OperationLog, {
    readPage,
    heads: log.heads.bind(log),
    latestSnapshot: (...[debateId, ...rest]: Parameters<OperationLog['latestSnapshot']>) => {
      looked.push(debateId);
      return log.latestSnapshot(debateId, ...rest);
    },
  });
  const { rooms } = startLogNode(log, now);
  const store = new NotificationStore(database);
  const failures: unknown[] = [];
  const quiet = new QuietDebates({
    database,
    log: reading,
    rooms: Object.assign(Object.create(rooms) as Rooms, {
      withKnown: async (...[debateId, use]: Parameters<Rooms['withKnown']>) => {
        await before?.(debateId);
        return rooms.withKnown(debateId, (room) => use(after && room ? heard(room, after) : room));
      },
    }),
    participants: new Participants(database, () => undefined),
    notify: (debateId, notes) => store.notify(debateId, notes, false),
    rules: RULES,
    logger: pino({ level: 'silent' }),
    now,
    failed: (error) => void failures.push(error),
  });
  const sweepOn = async (on: number) => {
    day = on;
    looked.length = 0;
    await quiet.sweep();
  };
  return { quiet, rooms, looked, failures, sweepOn };
}

/** A room that calls this once something is written. */
function heard(room: DebateRoom, after: () => never): DebateRoom {
  const submit: DebateRoom['submit'] = async (submission) => {
    const answer = await room.submit(submission);
    return answer.ok ? after() : answer;
  };
  return { submit } as DebateRoom;
}

const shelfOf = async (id: string) =>
  (await database.prisma.debate.findUniqueOrThrow({ where: { id } })).visibility;

/** The days of the notices that stand, counted as the debate's are. */
async function noticesIn(debateId: string): Promise<(readonly [string, number])[]> {
  const notes = await database.prisma.note.findMany({ where: { debateId }, orderBy: { at: 'asc' } });
  return notes.map(({ participantId, about }) => [participantId, Date.parse(about) / DAY] as const);
}

test('[LI13] a notice holds for its day and three more: later there is another in its place, with its full time', async () => {
  await makeDebate(log, 'd_stopped', []);
  await aPerson('d_stopped', 'm_owner');
  await archive('d_stopped');
  const { sweepOn, looked, rooms } = aSweeper();
  await sweepOn(20);
  expect(await noticesIn('d_stopped')).toEqual([['m_owner', 34]]);
  // Nothing to do until then.
  await sweepOn(33);
  expect(looked).not.toContain('d_stopped');
  expect(rooms.isOpen('d_stopped')).toBe(false);
  // As after a long stop, or with ARCHIVED_DAYS set again.
  await sweepOn(60);
  expect(await shelfOf('d_stopped')).toBe('archived');
  expect(await noticesIn('d_stopped')).toEqual([['m_owner', 74]]);
  await sweepOn(73);
  expect(await shelfOf('d_stopped')).toBe('archived');
  await sweepOn(75);
  expect(await shelfOf('d_stopped')).toBe('deleted');
});

test('[LI13] a notice is stored even if the log is searched for notifications at that moment', async () => {
  await makeDebate(log, 'd_searched', []);
  await aPerson('d_searched', 'm_owner');
  let cursor = 0;
  /** Its cursor is moved twice, each time just after it was read. */
  class Searched extends NotificationStore {
    override async reach(debateId: string) {
      const found = await super.reach(debateId);
      if (cursor < 2) {
        cursor += 1;
        await database.prisma.noteCursor.update({ where: { debateId }, data: { seq: cursor } });
      }
      return found;
    }
  }
  const notice = { to: 'm_owner', kind: 'expiring', about: '1970-02-04', seq: 2, at: 0 } as const;
  expect(await new Searched(database).notify('d_searched', [notice], false)).toBe(1);
  expect(cursor).toBe(2);
  expect(await noticesIn('d_searched')).toEqual([['m_owner', 34]]);
});

test('[LI13] after an entry in a small group there is another notice, and the day it names', async () => {
  await makeDebate(log, 'd_grouped', ['m_ann', 'm_ben']);
  await aPerson('d_grouped', 'm_owner');
  await aGroup('d_grouped', 'd_group');
  await archive('d_grouped');
  const { sweepOn } = aSweeper();
  await sweepOn(20);
  day = 25;
  await writes('d_group', 'm_ann', addClaim('late'));
  await sweepOn(35);
  expect(await noticesIn('d_grouped')).toEqual([['m_owner', 34]]);
  await sweepOn(42);
  expect(await noticesIn('d_grouped')).toEqual([['m_owner', 56]]);
  await sweepOn(55);
  expect(await shelfOf('d_grouped')).toBe('archived');
  await sweepOn(57);
  expect(await shelfOf('d_grouped')).toBe('deleted');
});

test('[LI13] an entry in a small group at the very moment of the deletion undoes it', async () => {
  await makeDebate(log, 'd_whole', ['m_ann', 'm_ben']);
  await aPerson('d_whole', 'm_owner');
  await aGroup('d_whole', 'd_part');
  await archive('d_whole');
  let isLast = false;
  const { sweepOn } = aSweeper(undefined, async (debateId) => {
    if (isLast && debateId === 'd_whole') await writes('d_part', 'm_ann', addClaim('last'));
    isLast = false;
  });
  await sweepOn(20);
  isLast = true;
  await sweepOn(35);
  expect(isLast).toBe(false);
  expect(await shelfOf('d_whole')).toBe('archived');
  await sweepOn(36);
  expect(await shelfOf('d_whole')).toBe('archived');
});

test('[LI13] a deletion whose process is killed before it looks at the small groups again is looked at later', async () => {
  for (const [debateId, groupId] of [
    ['d_cut', 'd_cut_part'],
    ['d_cut_quiet', 'd_quiet_part'],
  ] as const) {
    await makeDebate(log, debateId, ['m_ann', 'm_ben']);
    await aPerson(debateId, 'm_owner');
    await aGroup(debateId, groupId);
    await archive(debateId);
  }
  const killed = aSweeper(
    undefined,
    async (debateId) => {
      if (debateId === 'd_cut') await writes('d_cut_part', 'm_ann', addClaim('late'));
    },
    () => {
      throw new Error('killed');
    },
  );
  await aSweeper().sweepOn(20);
  await killed.sweepOn(35);
  expect([await shelfOf('d_cut'), await shelfOf('d_cut_quiet')]).toEqual(['deleted', 'deleted']);
  const later = aSweeper();
  await later.sweepOn(36);
  expect([await shelfOf('d_cut'), await shelfOf('d_cut_quiet')]).toEqual(['archived', 'deleted']);
  expect(later.looked).toEqual(expect.arrayContaining(['d_cut', 'd_cut_quiet']));
  await later.sweepOn(37);
  expect(later.looked).not.toContain('d_cut_quiet');
});

test('[LI12] hidden votes postpone the end, in small groups too, but not the day that the owner is shown', async () => {
  await makeDebate(log, 'd_plenary', ['m_ann', 'm_ben']);
  const owner = await aPerson('d_plenary', 'm_owner');
  await aGroup('d_plenary', 'd_unseen');
  for (const id of ['d_plenary', 'd_unseen']) {
    await writes(id, 'm_owner', { type: 'debate.configure', ballots: 'secret' });
    await writes(id, 'm_ann', addClaim('a'));
  }
  const vote = { type: 'vote.cast', claimId: 'c_a', answer: 'agree', wording: 1 } as const;
  const { sweepOn } = aSweeper();
  const shownOn = async (on: number) => {
    day = on;
    const end = await aSweeper().quiet.endFor('d_plenary', owner);
    return end && [end.what, end.at / DAY];
  };
  expect(await shownOn(20)).toEqual(['archive', 30]);
  await writes('d_plenary', 'm_ben', vote);
  expect(await shownOn(21)).toEqual(['archive', 30]);
  day = 25;
  await writes('d_unseen', 'm_ben', vote);
  expect(await shownOn(26)).toEqual(['archive', 30]);
  await sweepOn(52);
  expect(await shelfOf('d_plenary')).toBe('public');
  expect(await shownOn(52)).toEqual(['archive', 52]);
  await sweepOn(56);
  expect(await shelfOf('d_plenary')).toBe('archived');
});

test('[LI12] a debate that an administrator closed is left alone until they open it', async () => {
  await makeDebate(log, 'd_closed', []);
  const restrict = (reason: string | null) =>
    writes('d_closed', SYSTEM, { type: 'debate.restrict', restriction: 'closed', reason });
  await restrict('Under review');
  const { sweepOn, looked } = aSweeper();
  await sweepOn(90);
  expect(await shelfOf('d_closed')).toBe('public');
  expect(looked).not.toContain('d_closed');
  await restrict(null);
  await sweepOn(121);
  expect(await shelfOf('d_closed')).toBe('archived');
});

test('[LI13] a debate stays archived while nobody can be notified, and is deleted if a moderator is', async () => {
  for (const id of ['d_nobody', 'd_moderated']) {
    await makeDebate(log, id, ['m_ann']);
    await aPerson(id, 'm_owner', null);
    await aPerson(id, 'm_ann');
  }
  await writes('d_moderated', 'm_owner', {
    type: 'participant.appoint',
    participantId: 'm_ann',
    role: 'moderator',
  });
  await archive('d_nobody');
  await archive('d_moderated');
  const { sweepOn, looked } = aSweeper();
  await sweepOn(20);
  expect(await noticesIn('d_moderated')).toEqual([['m_ann', 34]]);
  await sweepOn(35);
  expect(looked).not.toContain('d_nobody');
  expect(await shelfOf('d_moderated')).toBe('deleted');
  expect(await noticesIn('d_nobody')).toEqual([]);
  expect(await shelfOf('d_nobody')).toBe('archived');
});

test('[LI12] nothing is put away if something is written while it is looked at, and one failure keeps no other', async () => {
  await makeDebate(log, 'd_awake', ['m_ann']);
  await makeDebate(log, 'd_broken', []);
  await makeDebate(log, 'd_last', []);
  let isWritten = false;
  const { sweepOn, failures } = aSweeper(async (debateId, ...rest) => {
    if (debateId === 'd_broken') throw new Error('unreadable');
    const page = await log.readPage(debateId, ...rest);
    if (debateId === 'd_awake' && !isWritten) {
      isWritten = true;
      await writes('d_awake', 'm_ann', addClaim('now'));
    }
    return page;
  });
  await sweepOn(31);
  expect(isWritten).toBe(true);
  expect(await shelfOf('d_awake')).toBe('public');
  expect(failures).toEqual([new Error('unreadable')]);
  expect(await shelfOf('d_last')).toBe('archived');
});
