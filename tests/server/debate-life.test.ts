import { pino } from 'pino';
import { describe, expect, test, vi } from 'vitest';
import { GRACE } from '../../domain/debate/engine/limits.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { People } from '../../server/auth/people/people.ts';
import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import { parley } from '../../server/handle.ts';
import { ArchivedCopies } from '../../server/log/archived-copies.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { listingOf } from '../../server/log/debate-listing.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import { Rooms } from '../../server/log/rooms.ts';
import { toSubmission } from '../../server/log/submission.ts';
import { DebateLists } from '../../server/services/debates/debate-lists.ts';
import { DebateStarts } from '../../server/services/debates/debate-starts.ts';
import { Debates } from '../../server/services/debates/debates.ts';
import { Participants } from '../../server/services/participants/participants.ts';
import { startDatabase } from '../support/database.ts';
import {
  claim,
  connect,
  join,
  makeOwnDebate,
  ownDebate,
  vote,
  withTestServer,
} from '../support/live-debates.ts';
import { upTo } from '../support/log-node.ts';

const server = withTestServer();

const SEEDED = 'made-in-china-2025';

const who = (cookie: string) => parley().auth.currentPerson(new Headers({ cookie }));
const listed = async (cookie: string | null) =>
  (await parley().debateLists.list(cookie === null ? null : await who(cookie))).map(({ id }) => id);
const shelved = async (cookie: string) => {
  const person = await who(cookie);
  const { archived, deleted } = await parley().debateLists.shelved(person ?? expect.fail('nobody'));
  return { archived: archived.map(({ id }) => id), deleted: deleted.map(({ id }) => id) };
};

describe('[LI5] a person who may no longer read', () => {
  test('loses the connection when the debate becomes private, and participants stay', async () => {
    const { debateId, does, owner } = await ownDebate();
    const reader = await connect();
    expect(await reader.open(debateId)).toMatchObject({ ok: true });
    const dana = await join(debateId, 'Dana');
    await does({ type: 'debate.setVisibility', visibility: 'private' });
    await expect.poll(() => reader.socket.connected).toBe(false);
    await does(claim('one'));
    expect(JSON.stringify(reader.frames)).not.toContain('c_one');
    expect([dana.socket.connected, owner.socket.connected]).toEqual([true, true]);
    expect(await (await connect()).open(debateId)).toMatchObject({ rejection: { code: 'debate_not_found' } });
    expect(await parley().debates.read(debateId, null)).toMatchObject({
      rejection: { code: 'debate_not_found' },
    });
    expect(await listed(null)).not.toContain(debateId);
    expect(await listed(dana.cookie)).toContain(debateId);
  });

  test('a deleted debate is its owner’s alone, who brings it back', async () => {
    const { debateId, does, cookie } = await ownDebate();
    const dana = await join(debateId, 'Dana');
    await does({ type: 'debate.delete', deleted: true });
    await expect.poll(() => dana.socket.connected).toBe(false);
    const again = await connect({ cookie: dana.cookie });
    expect(await again.open(debateId)).toMatchObject({ rejection: { code: 'debate_not_found' } });
    expect(await parley().debates.read(debateId, await who(dana.cookie))).toMatchObject({ ok: false });
    expect(await parley().debates.read(debateId, await who(cookie))).toMatchObject({ ok: true });
    await does({ type: 'debate.delete', deleted: false });
    expect(await again.open(debateId)).toMatchObject({ ok: true });
  });
});

test('[LI1] operations in flight when a debate is closed are decided on its current state', async () => {
  const { debateId, owner } = await ownDebate();
  const dana = await join(debateId, 'Dana');
  const keys = Array.from({ length: 40 }, (_, index) => `k${index}`);
  const sent = keys.map((key, index) => dana.submit(claim(key), index + 1));
  await sent[0];
  const closing = owner.submit({ type: 'debate.setStatus', status: 'closed' });
  const late = keys.map((key, index) => dana.submit(claim(`late-${key}`), 100 + index));
  const closed = await closing;
  const closedAt = closed.ok ? closed.seq : expect.fail('not closed');
  const answers = await Promise.all([...sent, ...late]);
  for (const answer of answers) {
    if (answer.ok) expect(answer.seq).toBeLessThan(closedAt);
    else expect(answer.rejection.code).toBe('debate_closed');
  }
  expect(await dana.submit(claim('after'), 999)).toMatchObject({ rejection: { code: 'debate_closed' } });
});

test('[LI6] nobody new joins a debate that is closed', async () => {
  const { debateId, does } = await ownDebate();
  await does({ type: 'debate.setStatus', status: 'closed' });
  const late = await connect({ cookie: await server().signIn('Late') });
  expect(await late.open(debateId)).toMatchObject({ ok: true, participantId: null });
});

test('[LI7] archived debates are in the list of participants alone, deleted ones in their owner’s', async () => {
  const { debateId, does, cookie } = await ownDebate();
  const dana = await join(debateId, 'Dana');
  expect(await listed(null)).toContain(debateId);
  await does({ type: 'debate.setStatus', status: 'archived' });
  expect(await listed(null)).not.toContain(debateId);
  expect(await listed(dana.cookie)).not.toContain(debateId);
  expect((await shelved(dana.cookie)).archived).toContain(debateId);
  expect(await parley().debates.read(debateId, null)).toMatchObject({ ok: true });
  await does({ type: 'debate.delete', deleted: true });
  expect(await shelved(dana.cookie)).toEqual({ archived: [], deleted: [] });
  expect((await shelved(cookie)).deleted).toEqual([debateId]);
});

describe('[LI11] a removed or banned person', () => {
  const titles = async (cookie: string) => {
    const person = (await who(cookie)) ?? expect.fail('nobody');
    const { archived, deleted } = await parley().debateLists.shelved(person);
    const lists = [
      await parley().debateLists.list(person),
      await parley().debateLists.templates(person),
      archived,
      deleted,
    ];
    return lists.map((list) => list.map(({ id }) => id));
  };

  test.each(['removed', 'banned'] as const)(
    '(%s) has the debate in no list, until let back in',
    async (membership) => {
      const { debateId, does } = await ownDebate('public');
      const dana = await join(debateId, 'Dana');
      await does({ type: 'debate.configure', template: true });
      for (const visibility of ['private', 'unlisted'] as const) {
        await does({ type: 'debate.setVisibility', visibility });
        expect((await titles(dana.cookie)).slice(0, 2)).toEqual([
          expect.arrayContaining([debateId]),
          expect.arrayContaining([debateId]),
        ]);
        await does({
          type: 'participant.setMembership',
          participantId: dana.id,
          membership,
          reason: 'other',
        });
        expect((await titles(dana.cookie)).flat()).not.toContain(debateId);
        await does({ type: 'debate.setStatus', status: 'archived' });
        expect((await titles(dana.cookie)).flat()).not.toContain(debateId);
        await does({ type: 'debate.setStatus', status: 'open' });
        await does({
          type: 'participant.setMembership',
          participantId: dana.id,
          membership: 'member',
          reason: null,
        });
      }
      expect((await titles(dana.cookie)).flat()).toContain(debateId);
      await does({ type: 'debate.setVisibility', visibility: 'public' });
      await does({ type: 'participant.setMembership', participantId: dana.id, membership, reason: 'other' });
      expect(await listed(null)).toContain(debateId);
      expect(JSON.stringify(await parley().debateLists.list(null))).not.toContain(dana.id);
    },
  );

  test('even if the card is older than its list of banned people', async () => {
    const { database, stop } = await startDatabase();
    const people = new People(database);
    const [olga, dana] = await Promise.all(
      ['Olga', 'Dana'].map(async (name): Promise<SignedIn> => {
        const id = await people.create({ name });
        return {
          id,
          name,
          kind: 'guest',
          administrator: false,
          needsSecondFactor: false,
          provenAt: null,
          signInId: '',
          scopes: null,
        };
      }),
    );
    const log = new DatabaseLog(database);
    const fail = () => expect.fail('no error');
    const rooms = new Rooms(log, new GroupCommit(log, Date.now, fail), fail);
    const participants = new Participants(database, () => {});
    const starts = new DebateStarts({
      database,
      fixed: null,
      logger: pino({ level: 'silent' }),
      quotas: { problem: async () => null },
    });
    const now = Date.now;
    const debates = new Debates({ database, log, rooms, participants, starts, now });
    const lists = new DebateLists({ database, rooms, participants, presentIn: () => 0, now });
    const secret = { title: 'T', motion: 'M', positions: [], visibility: 'private' as const };
    const made = await debates.create(olga as SignedIn, secret);
    const debateId = made.ok ? made.debateId : expect.fail('not made');
    await rooms.with(debateId, async (room) => {
      if (!room || !dana || !olga) return expect.fail('nobody');
      const participantId = (await participants.admit(room, dana, 'debater')) ?? '';
      const ban = {
        type: 'participant.setMembership',
        participantId,
        membership: 'banned',
        reason: 'other',
      } as const;
      const owner = (await participants.find(debateId, olga)) ?? '';
      expect(await room.submit(toSubmission(owner, 'tab', 1, ban))).toMatchObject({ ok: true });
    });
    const { out, ...old } = listingOf(EMPTY_STATE);
    expect(out).toEqual([]);
    await database.prisma.debate.update({ where: { id: debateId }, data: { listing: old } });
    const ids = async (person?: SignedIn) => (await lists.list(person ?? null)).map(({ id }) => id);
    expect([await ids(olga), await ids(dana)]).toEqual([[SEEDED, debateId], [SEEDED]]);
    await stop();
  });
});

const GRACE_OVER = GRACE + 1_000;

describe('[LI8] [LI9] retention', () => {
  test('before a debate is cleared it is kept as a deleted one, whole', async () => {
    const { debateId, does, cookie } = await ownDebate();
    const dana = await join(debateId, 'Dana');
    await does(claim('one'));
    expect((await dana.submit(vote('one', 'agree'))).ok).toBe(true);
    const refusal = { rejection: { code: 'not_allowed' } };
    expect(await parley().debateLifecycle.clear(debateId, await signedIn(dana.cookie))).toMatchObject(
      refusal,
    );
    expect(await dana.submit({ type: 'debate.clear' }, 9)).toMatchObject(refusal);
    const [cleared, meanwhile] = await Promise.all([
      parley().debateLifecycle.clear(debateId, await signedIn(cookie)),
      dana.submit(claim('two'), 10),
    ]);
    expect([cleared.ok, meanwhile.ok]).toEqual([true, true]);
    const [copy] = (await shelved(cookie)).deleted;
    expect((await shelved(dana.cookie)).deleted).toEqual([]);
    const read = await parley().debates.read(copy ?? '', await who(cookie));
    expect(read.ok && read.view.claims.get('c_one')?.tally.agree).toBe(1);
    const now = await parley().debates.read(debateId, await who(cookie));
    expect(now.ok && now.view.claims.has('c_one')).toBe(false);
    // Whatever came meanwhile stands in one of them.
    const places = [read, now].filter((one) => one.ok && one.view.claims.has('c_two'));
    expect(places).toHaveLength(1);
    const owner = await connect({ cookie });
    await owner.open(copy ?? '');
    expect(await owner.submit({ type: 'debate.delete', deleted: false })).toMatchObject({ ok: true });
    expect(await listed(cookie)).toContain(copy);
  });

  test('a debate with nothing to clear is not copied', async () => {
    const { debateId, cookie } = await ownDebate();
    const keep = vi.spyOn(ArchivedCopies.prototype, 'keep');
    const answer = await parley().debateLifecycle.clear(debateId, await signedIn(cookie));
    expect(answer).toEqual({ ok: false, rejection: { code: 'nothing_changed' } });
    expect(keep).not.toHaveBeenCalled();
    keep.mockRestore();
  });

  test('a deleted debate is gone for good after seven days, and no other is', async () => {
    const { debateId, does, cookie } = await ownDebate();
    const { debateId: other } = await ownDebate();
    await does({ type: 'debate.delete', deleted: true });
    await parley().debateLifecycle.purge(Date.now());
    expect((await shelved(cookie)).deleted).toEqual([debateId]);
    await parley().debateLifecycle.purge(Date.now() + GRACE_OVER);
    expect((await shelved(cookie)).deleted).toEqual([]);
    expect(await parley().debates.read(other, null)).toMatchObject({ ok: true });
  });

  test('however many are deleted, all are gone for good after seven days', async () => {
    const made = await Promise.all(upTo(60).map(() => makeOwnDebate('public')));
    for (const { debateId, cookie } of made)
      expect(await parley().debateLifecycle.remove(debateId, await signedIn(cookie))).toEqual({ ok: true });
    await parley().debateLifecycle.purge(Date.now() + GRACE_OVER);
    const left = await Promise.all(made.map(async ({ cookie }) => (await shelved(cookie)).deleted));
    expect(left.flat()).toEqual([]);
  });
});

async function signedIn(cookie: string) {
  return (await who(cookie)) ?? expect.fail('nobody');
}
