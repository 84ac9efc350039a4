import { describe, expect, test } from 'vitest';
import { POST as deleteOwn } from '../../app/api/account/delete-debate/route.ts';
import { POST as erase } from '../../app/api/admin/erase/route.ts';
import { POST as handOver } from '../../app/api/admin/hand-over/route.ts';
import { POST as restrictRoute } from '../../app/api/admin/restrict/route.ts';
import { GET as exportDebate } from '../../app/api/debates/[id]/export/route.ts';
import { GET as readByApi } from '../../app/api/v1/debates/[id]/route.ts';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { GRACE } from '../../domain/debate/engine/limits.ts';
import type { Restriction } from '../../domain/debate/head/head.ts';
import type { SignedIn } from '../../server/auth/sign-in/sign-ins.ts';
import { parley } from '../../server/handle.ts';
import { ArchivedCopies } from '../../server/log/archived-copies.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { Notifier } from '../../server/services/notifications/notifier.ts';
import { startDatabase } from '../support/database.ts';
import { claim, connect, join, makeOwnDebate, withTestServer } from '../support/live-debates.ts';
import { makeDebate as makeDebateInLog, startLogNode, submitAs } from '../support/log-node.ts';
import { signedInWithAccount } from '../support/signed-in-with-account.ts';
import { TestBrowser } from '../support/test-browser.ts';

const server = withTestServer();

const REASON = 'It names a private person.';

/** The debates in which a search for “unlawful” finds something. */
async function foundIn(person: SignedIn | null): Promise<readonly string[]> {
  const unlawful = { words: 'unlawful', author: '', position: '', trait: null };
  return (await parley().debateSearch.find(person, unlawful)).shown.map((found) => found.debateId);
}

const administrator = () => signedInWithAccount(() => server().origin, { name: 'Ada', administrator: true });
const who = async (cookie: string) =>
  (await parley().auth.currentPerson(new Headers({ cookie }))) ?? expect.fail('nobody');
const read = async (debateId: string, cookie: string | null) =>
  parley().debates.read(debateId, cookie === null ? null : await who(cookie));

/** The result of an administrator's form, or the code of its refusal. */
async function restrict(by: TestBrowser, debate: string, restriction: Restriction, reason: string | null) {
  const fields: Record<string, string> = reason === null ? { lift: 'yes' } : { reason };
  const { flash, refused } = await by.send(restrictRoute, { debate, restriction, ...fields });
  return refused?.code ?? flash?.done;
}

function ask(
  route: (request: Request, context: never) => Promise<Response>,
  debateId: string,
  cookie: string,
) {
  const { origin } = server();
  const headers = { host: new URL(origin).host, cookie };
  const request = new Request(`${origin}/api/x?format=parley`, { headers });
  return route(request, { params: Promise.resolve({ id: debateId }) } as never);
}

/** A public debate of Olga's with a moderator and a debater, and an administrator who is in none. */
async function aDebate(visibility: 'public' | 'private' = 'public') {
  const { debateId, cookie } = await makeOwnDebate('public');
  const owner = await connect({ cookie });
  await owner.open(debateId);
  const [mona, dana] = [await join(debateId, 'Mona'), await join(debateId, 'Dana')];
  const appoint = { type: 'participant.appoint', participantId: mona.id, role: 'moderator' } as const;
  expect(await owner.submit(appoint)).toMatchObject({ ok: true });
  expect(await owner.submit(claim('said', 'Something unlawful'))).toMatchObject({ ok: true });
  if (visibility === 'private') await owner.submit({ type: 'debate.setVisibility', visibility });
  return { debateId, cookie, owner, mona, dana, ada: await administrator() };
}

describe('[AD5] an administrator', () => {
  test('closes a debate they are not in, for a reason its moderators read; and opens it again', async () => {
    const { debateId, owner, dana, ada } = await aDebate();
    expect(await restrict(ada, debateId, 'closed', '  ')).toBe('text_empty');
    expect(await restrict(ada, debateId, 'closed', REASON)).toBe('restricted.closed');
    await expect
      .poll(() => owner.frames.some(({ entries }) => JSON.stringify(entries).includes(REASON)))
      .toBe(true);
    expect(await dana.submit(claim('late'))).toMatchObject({ rejection: { code: 'debate_closed' } });
    expect(JSON.stringify(dana.frames)).not.toContain(REASON);
    const open = { type: 'debate.setStatus', status: 'open' } as const;
    expect(await owner.submit(open)).toMatchObject({ rejection: { code: 'closed_by_administrator' } });
    const listed = (await parley().administration.debates(1)).rows.find(({ id }) => id === debateId);
    expect(listed).toMatchObject({ visibility: 'public', restricted: ['closed'] });
    expect(JSON.stringify(await parley().debateLists.list(null))).not.toContain('restricted');
    expect(await restrict(ada, debateId, 'closed', null)).toBe('lifted.closed');
    expect(await dana.submit(claim('again'))).toMatchObject({ ok: true });
  });

  test('is one: the owner, moderators and other accounts are refused, and see no page of it', async () => {
    const { debateId, cookie, mona } = await aDebate();
    const browsers = [await signedInWithAccount(() => server().origin)];
    for (const other of [cookie, mona.cookie]) {
      const browser = new TestBrowser(() => server().origin);
      browser.keep(new Response(null, { headers: { 'set-cookie': other } }));
      browsers.push(browser);
    }
    for (const browser of browsers) {
      expect(await restrict(browser, debateId, 'hidden', REASON)).toBe('not_allowed');
      const moved = await browser.send(handOver, { debate: debateId, to: mona.id });
      expect(moved.refused?.code).toBe('not_allowed');
      expect(await parley().debateRestrictions.find(await browser.who(), debateId)).toBeNull();
    }
    expect(await read(debateId, null)).toMatchObject({ ok: true });
  });

  test('leaves a line in the log, by ids and without words', async () => {
    const { debateId, ada } = await aDebate();
    await restrict(ada, debateId, 'closed', REASON);
    const lines = server().logs.map((line) => JSON.parse(line));
    const id = (await ada.who())?.id;
    expect(lines).toContainEqual(
      expect.objectContaining({ administrator: id, debate: debateId, restriction: 'closed', lifted: false }),
    );
    expect(server().logs.join('')).not.toContain(REASON);
  });
});

describe('[AD6] [AD7] a debate that an administrator hid', () => {
  test.each(['public', 'private'] as const)(
    '%s, is open to nobody, and its people see why',
    async (visibility) => {
      const { debateId, cookie, owner, mona, dana, ada } = await aDebate(visibility);
      if (visibility === 'public') expect(await foundIn(null)).toContain(debateId);
      const reader = await connect();
      if (visibility === 'public') expect(await reader.open(debateId)).toMatchObject({ ok: true });
      expect(await restrict(ada, debateId, 'hidden', REASON)).toBe('restricted.hidden');
      for (const tab of [owner, dana]) expect(await tab.closed).toBe('io server disconnect');
      if (visibility === 'public') await reader.closed;
      expect(JSON.stringify([dana.frames, reader.frames])).not.toContain(REASON);

      const code = 'hidden_by_administrator';
      for (const [by, viewer] of [
        [cookie, 'owner'],
        [mona.cookie, 'moderator'],
        [ada.cookie, 'administrator'],
      ] as const) {
        const takedown = { restriction: 'hidden', reason: REASON, viewer, deletedAt: null };
        expect(await read(debateId, by)).toMatchObject({ ok: false, rejection: { code }, takedown });
      }
      for (const by of [dana.cookie, null]) {
        const refused = await read(debateId, by);
        expect(refused).toMatchObject({ ok: false, rejection: { code: 'debate_not_found' } });
        expect(refused).not.toHaveProperty('takedown');
      }
      const opened = async (by: string) => (await connect({ cookie: by })).open(debateId);
      expect(await opened(cookie)).toMatchObject({ rejection: { code } });
      expect(await opened(dana.cookie)).toMatchObject({ rejection: { code: 'debate_not_found' } });

      for (const by of [cookie, dana.cookie]) {
        const person = await who(by);
        const { debates, debateLists } = parley();
        expect((await debateLists.list(person)).map(({ id }) => id)).not.toContain(debateId);
        expect((await debateLists.readable(person)).map(({ id }) => id)).not.toContain(debateId);
        expect(await foundIn(person)).not.toContain(debateId);
        expect((await ask(exportDebate, debateId, by)).ok).toBe(false);
        expect((await ask(readByApi, debateId, by)).ok).toBe(false);
        expect(await debates.read(debateId, person, 'stage')).toMatchObject({ ok: false });
      }
      const shelf = async (by: string) =>
        (await parley().debateLists.shelved(await who(by))).takenDown.map(({ id }) => id);
      expect([await shelf(cookie), await shelf(mona.cookie), await shelf(dana.cookie)]).toEqual([
        [debateId],
        [debateId],
        [],
      ]);
      const hidden = await parley().administration.debates(1, '', 'hidden');
      expect(hidden.rows).toContainEqual(expect.objectContaining({ id: debateId, visibility: 'hidden' }));

      expect(await restrict(ada, debateId, 'hidden', null)).toBe('lifted.hidden');
      expect(await opened(dana.cookie)).toMatchObject({ ok: true });
      expect(await read(debateId, null)).toMatchObject({ ok: visibility === 'public' });
      await parley().debateRestrictions.restrict(
        (await ada.who()) ?? expect.fail(),
        debateId,
        'hidden',
        REASON,
      );
    },
  );

  test('[AD9] private, is not read by an administrator before, during or after', async () => {
    const { debateId, ada } = await aDebate('private');
    expect(await read(debateId, ada.cookie)).toMatchObject({ rejection: { code: 'debate_not_found' } });
    await restrict(ada, debateId, 'hidden', REASON);
    expect(JSON.stringify(await read(debateId, ada.cookie))).not.toContain('Something unlawful');
    const seen = await parley().debateRestrictions.find(await ada.who(), debateId);
    expect(seen).toMatchObject({ moderators: [{ name: 'Mona' }] });
    expect(JSON.stringify(seen)).not.toContain('Something unlawful');
    await restrict(ada, debateId, 'hidden', null);
    expect(await read(debateId, ada.cookie)).toMatchObject({ rejection: { code: 'debate_not_found' } });
  });

  test('is deleted by its owner, who can’t open it, and by nobody else', async () => {
    const { debateId, cookie, mona, ada } = await aDebate();
    await restrict(ada, debateId, 'hidden', REASON);
    const sent = async (by: string) => {
      const browser = new TestBrowser(() => server().origin);
      browser.keep(new Response(null, { headers: { 'set-cookie': by } }));
      return (await browser.send(deleteOwn, { debate: debateId })).refused?.code ?? 'deleted';
    };
    expect(await sent(mona.cookie)).toBe('not_allowed');
    expect(await sent(cookie)).toBe('deleted');
    expect(await read(debateId, cookie)).toMatchObject({ takedown: { deletedAt: expect.any(Number) } });
    expect(await parley().erasures.owned((await who(cookie)).id)).toEqual([]);
  });
});

describe('[AD6] a debate that an administrator deleted', () => {
  test('is restored within seven days, and gone for good after them', async () => {
    const { debateId, cookie, ada } = await aDebate();
    await restrict(ada, debateId, 'deleted', REASON);
    expect(await read(debateId, cookie)).toMatchObject({ rejection: { code: 'deleted_by_administrator' } });
    await parley().debateLifecycle.purge(Date.now() + GRACE - 60_000);
    expect(await restrict(ada, debateId, 'deleted', null)).toBe('lifted.deleted');
    expect(await read(debateId, cookie)).toMatchObject({ ok: true });
    await restrict(ada, debateId, 'deleted', REASON);
    await parley().debateLifecycle.purge(Date.now() + GRACE + 60_000);
    expect(await restrict(ada, debateId, 'deleted', null)).toBe('debate_not_found');
  });
});

test('[AD6] an owner hears that their debate was deleted, also when the server died before it could say so', async () => {
  const { database, stop } = await startDatabase();
  const { prisma } = database;
  const log = new DatabaseLog(database);
  const node = startLogNode(log);
  await makeDebateInLog(log, 'd_taken', []);
  await prisma.user.create({ data: { id: 'u_olga', name: 'Olga' } });
  await prisma.participant.create({
    data: { id: 'm_owner', debateId: 'd_taken', userId: 'u_olga', name: 'Olga' },
  });
  const parts = {
    database,
    rooms: node.rooms,
    mails: false,
    failed: (error: unknown) => expect.fail(`${error}`),
  };
  await new Notifier(parts).look();
  const room = await node.room('d_taken');
  const deletion = { type: 'debate.restrict', restriction: 'deleted', reason: REASON } as const;
  expect(await submitAs(room, SYSTEM, 1, deletion)).toMatchObject({ ok: true });
  expect(await prisma.debate.findUnique({ where: { id: 'd_taken' } })).toMatchObject({
    visibility: 'deleted',
  });
  const notes = () => prisma.note.findMany({ where: { userId: 'u_olga' } });
  expect(await notes()).toEqual([]);
  // The one that was there when it was written is gone: this one is another process's.
  await new Notifier(parts).look();
  expect(await notes()).toMatchObject([
    { debateId: 'd_taken', participantId: 'm_owner', kind: 'restricted', about: 'deleted' },
  ]);
  // A copy from before a board was cleared is deleted too: nobody hears again what stands in it.
  await new ArchivedCopies(prisma, Date.now).keep('d_taken', room.state.seq, 'm_owner');
  await new Notifier(parts).look();
  expect(await notes()).toHaveLength(1);
  node.rooms.leave('d_taken');
  await stop();
});

test('[AD10] small groups follow their main debate before the answer, and are not restricted alone', async () => {
  const { debateId, cookie, ada } = await aDebate();
  const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
  const groups = [{ name: 'One', members: [ann.id, ben.id] }];
  const formed = await parley().groups.form(debateId, await who(cookie), { groups, claims: false });
  const id = formed.ok ? formed.groups[0] : expect.fail('no group');
  const main = await read(debateId, cookie);
  const group = (main.ok && main.view.groups.get(id ?? '')?.debateId) || expect.fail('no group');
  expect(await restrict(ada, group, 'hidden', REASON)).toBe('decided_by_plenary');
  const inGroup = await connect({ cookie: ann.cookie });
  expect(await inGroup.open(group)).toMatchObject({ ok: true });
  await restrict(ada, debateId, 'hidden', REASON);
  expect(await read(group, ann.cookie)).toMatchObject({ rejection: { code: 'debate_not_found' } });
  expect(await read(group, cookie)).toMatchObject({ rejection: { code: 'hidden_by_administrator' } });
  await inGroup.closed;
  await restrict(ada, debateId, 'hidden', null);
  expect(await read(group, ann.cookie)).toMatchObject({ ok: true });
  await restrict(ada, debateId, 'deleted', REASON);
  expect(await read(group, cookie)).toMatchObject({ rejection: { code: 'deleted_by_administrator' } });
});

test('[AD11] an owner is erased once an administrator handed their debate to a moderator, or deleted it', async () => {
  const { debateId, cookie, mona, dana, ada } = await aDebate();
  const olga = (await who(cookie)).id;
  const other = await aDebate();
  const erased = async (id: string) =>
    (await ada.send(erase, { id, what: 'words' })).refused?.code ?? 'erased';
  expect(await erased(olga)).toBe('owns_debate');
  const moved = async (to: string) =>
    (await ada.send(handOver, { debate: debateId, to })).refused?.code ?? 'moved';
  expect(await moved(dana.id)).toBe('unknown_participant');
  expect(await moved(mona.id)).toBe('moved');
  expect(await erased(olga)).toBe('erased');
  const left = await read(debateId, mona.cookie);
  expect(left.ok && left.view.participants.get(mona.id)?.role).toBe('owner');
  expect(JSON.stringify(left.ok && [...left.view.claims.values()])).not.toContain('Something unlawful');

  const second = (await who(other.cookie)).id;
  expect(await erased(second)).toBe('owns_debate');
  await restrict(ada, other.debateId, 'deleted', REASON);
  expect(await erased(second)).toBe('erased');
  expect(await parley().debateRestrictions.find(await ada.who(), other.debateId)).toBeNull();
});

test('[NM10] [AD11] moderators with one name are numbered as on the board, where a debate is handed over', async () => {
  const { debateId, owner, mona, ada } = await aDebate();
  await join(debateId, 'Mona');
  const third = await join(debateId, 'Mona');
  const appoint = { type: 'participant.appoint', participantId: third.id, role: 'moderator' } as const;
  expect(await owner.submit(appoint)).toMatchObject({ ok: true });
  const found = await parley().debateRestrictions.find(await ada.who(), debateId);
  const choices =
    found !== 'outdated' && found?.moderators.map(({ participantId, name }) => [participantId, name]);
  expect(Object.fromEntries(choices || [])).toEqual({ [mona.id]: 'Mona', [third.id]: 'Mona (3)' });
});
