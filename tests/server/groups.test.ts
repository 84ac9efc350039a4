import { describe, expect, test } from 'vitest';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { parley } from '../../server/handle.ts';
import type { GroupsInput } from '../../server/services/groups/group-input.ts';
import { articleOf, citePassage, SOURCE } from '../support/debate-builder.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeOwnDebate, withTestServer } from '../support/live-debates.ts';
import { setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';

withTestServer();

const who = async (cookie: string) =>
  (await parley().auth.currentPerson(new Headers({ cookie }))) ?? expect.fail('nobody');

const bring = async (cookie: string, debateId: string, groupDebate: string, claims: readonly string[]) =>
  parley().groups.bring(debateId, groupDebate, await who(cookie), claims);
/** A debate of Olga's with four people, of whom two groups are formed. */
async function aSeminar(input: Partial<GroupsInput> = {}, visibility: 'public' | 'private' = 'public') {
  const { debateId, cookie } = await makeOwnDebate(visibility);
  const owner = await connect({ cookie });
  await owner.open(debateId);
  const [ann, ben, cleo, dan] = [
    await join(debateId, 'Ann'),
    await join(debateId, 'Ben'),
    await join(debateId, 'Cleo'),
    await join(debateId, 'Dan'),
  ];
  const groups = [
    { name: 'One', members: [ann.id, ben.id] },
    { name: 'Two', members: [cleo.id, dan.id] },
  ];
  const formed = await parley().groups.form(debateId, await who(cookie), { groups, claims: false, ...input });
  if (!formed.ok) throw new Error(formed.rejection.code);
  const groupOf = (index: number) => {
    const id = formed.groups[index] ?? '';
    const group = owner.snapshot().groups.find((one) => one.id === id);
    return group ?? expect.fail('no such group');
  };
  await expect.poll(() => owner.snapshot().groups.length).toBe(2);
  const does = async (operation: Operation) =>
    expect(await owner.submit(operation)).toMatchObject({ ok: true });
  return { debateId, cookie, owner, does, people: { ann, ben, cleo, dan }, groupOf };
}

describe('[GR11] the task of groups', () => {
  test('is the phase each begins in, with its time running, for its members', async () => {
    const { people, groupOf } = await aSeminar({ task: ' Find the best objection. ', minutes: 10 });
    for (const [index, { cookie }] of [people.ann, people.cleo].entries()) {
      const { agenda } = await stateOf(groupOf(index).debateId, cookie);
      const [phase] = agenda?.phases ?? [];
      expect(phase).toMatchObject({ note: 'Find the best objection.', minutes: 10, hides: [] });
      expect(agenda?.at).toBe(phase?.id);
      expect(agenda?.timer).toMatchObject({ ends: expect.any(Number) });
    }
    const ann = await enter(people.ann.cookie, groupOf(0).debateId);
    expect(await ann.submit(claim('a'))).toMatchObject({ ok: true });
  });

  test('where none is given there is no phase', async () => {
    const { people, groupOf } = await aSeminar({ task: ' ', minutes: null });
    expect((await stateOf(groupOf(0).debateId, people.ann.cookie)).agenda).toBeNull();
  });
});

/** Someone's connection in a group. */
async function enter(cookie: string, groupDebate: string): Promise<LiveClient> {
  const client = await connect({ cookie });
  expect(await client.open(groupDebate)).toMatchObject({ ok: true });
  return client;
}

const read = async (debateId: string, cookie: string) => parley().debates.read(debateId, await who(cookie));
const stateOf = async (debateId: string, cookie: string) => {
  const got = await read(debateId, cookie);
  return got.ok ? got.view : expect.fail(got.rejection.code);
};

describe('[GR5] people in a group', () => {
  test('are the people of the plenary, without joining; its moderators moderate the groups', async () => {
    const { debateId, cookie, people, groupOf } = await aSeminar();
    const { debateId: one } = groupOf(0);
    const ann = await enter(people.ann.cookie, one);
    expect(await ann.submit(claim('a'))).toMatchObject({ ok: true });
    const state = await stateOf(one, cookie);
    expect(state.claims.get('c_a')?.author).toBe(people.ann.id);
    expect(state.head).toMatchObject({ plenary: debateId, visibility: 'private' });
    const roles = [...state.participants.values()].map(({ id, role }) => [id, role]);
    expect(roles).toContainEqual([people.ben.id, 'debater']);
    expect(roles.filter(([, role]) => role === 'owner')).toHaveLength(1);
    expect(roles).toHaveLength(3);
    const answer = await read(one, people.ben.cookie);
    expect(answer.ok && answer.opening.people.find(({ id }) => id === people.ann.id)?.name).toBe('Ann');
  });

  test('are all who read it: nobody else learns that it is there, and nobody is invited', async () => {
    const { cookie, people, groupOf } = await aSeminar();
    const { debateId: one } = groupOf(0);
    for (const stranger of [people.cleo.cookie, null]) {
      const client = await connect(stranger ? { cookie: stranger } : {});
      expect(await client.open(one)).toMatchObject({ rejection: { code: 'debate_not_found' } });
    }
    const page = await parley().debates.read(one, null);
    expect(page).toMatchObject({ ok: false, rejection: { code: 'debate_not_found' } });
    const input = { kind: 'link', role: 'debater', limit: null, holds: 'day' } as never;
    expect(await parley().invitations.make(one, await who(cookie), input)).toMatchObject({
      rejection: { code: 'decided_by_plenary' },
    });
    for (const own of [cookie, people.ann.cookie])
      expect((await parley().debateLists.list(await who(own))).map(({ id }) => id)).not.toContain(one);
  });

  test('are out of it when they are put into another, muted when they are muted, and gone when they are banned', async () => {
    const { debateId, does, people, groupOf } = await aSeminar();
    const [{ debateId: one }, { id: second, debateId: two }] = [groupOf(0), groupOf(1)];
    const ben = await enter(people.ben.cookie, one);
    await does({ type: 'group.assign', participantId: people.ben.id, groupId: second });
    await ben.closed;
    await expect.poll(async () => (await read(two, people.ben.cookie)).ok).toBe(true);
    const left = { ok: false, rejection: { code: 'removed' }, plenary: debateId };
    expect(await read(one, people.ben.cookie)).toMatchObject(left);

    const there = await enter(people.ben.cookie, two);
    const { id: participantId } = people.ben;
    await does({ type: 'participant.mute', participantId, muted: true, reason: 'flooding' });
    await expect
      .poll(async () => {
        const answer = await there.submit(claim('muted'));
        return answer.ok ? 'yes' : answer.rejection.code;
      })
      .toBe('muted');
    await does({ type: 'participant.setMembership', participantId, membership: 'banned', reason: 'abusive' });
    await there.closed;
    const banned = await read(two, people.ben.cookie);
    expect(banned).toMatchObject({ rejection: { code: 'banned' } });
    expect(banned).not.toHaveProperty('plenary');
  });

  test('have what is decided in the plenary: a moderator is one in the groups, and nobody becomes one there', async () => {
    const { does, people, cookie, groupOf } = await aSeminar();
    const { debateId: one } = groupOf(0);
    await does({ type: 'participant.appoint', participantId: people.cleo.id, role: 'moderator' });
    await expect
      .poll(async () => {
        const known = await read(one, people.cleo.cookie);
        return known.ok && known.view.participants.get(people.cleo.id)?.role;
      })
      .toBe('moderator');
    const owner = await enter(cookie, one);
    const appoint = { type: 'participant.appoint', participantId: people.ann.id, role: 'moderator' } as const;
    expect(await owner.submit(appoint)).toMatchObject({ rejection: { code: 'decided_by_plenary' } });
    await does({ type: 'debate.transfer', participantId: people.cleo.id });
    await expect
      .poll(async () => (await stateOf(one, people.cleo.cookie)).participants.get(people.cleo.id)?.role)
      .toBe('owner');
  });
});

test('[GR6] groups end as the plenary chooses, and with it', async () => {
  const { does, people, groupOf } = await aSeminar();
  const [{ id: first, debateId: one }, { debateId: two }] = [groupOf(0), groupOf(1)];
  const ann = await enter(people.ann.cookie, one);
  await does({ type: 'group.setStatus', ids: [first], status: 'closed' });
  const lifeOf = async (debateId: string, cookie: string) => (await stateOf(debateId, cookie)).head?.status;
  await expect.poll(() => lifeOf(one, people.ann.cookie)).toBe('closed');
  expect(await ann.submit(claim('late'))).toMatchObject({ rejection: { code: 'debate_closed' } });
  expect(await lifeOf(two, people.cleo.cookie)).toBe('open');
  await does({ type: 'debate.setStatus', status: 'archived' });
  await expect.poll(() => lifeOf(two, people.cleo.cookie)).toBe('archived');
  await does({ type: 'debate.setStatus', status: 'open' });
  await expect.poll(() => lifeOf(two, people.cleo.cookie)).toBe('open');
  await expect.poll(() => lifeOf(one, people.ann.cookie)).toBe('closed');
  await does({ type: 'debate.delete', deleted: true });
  await expect.poll(async () => (await read(two, people.cleo.cookie)).ok).toBe(false);
});

describe('[GR7] a claim brought to the plenary', () => {
  test('is its author’s there, with its id and its sources, and both say so', async () => {
    const { debateId, cookie, owner, people, groupOf } = await aSeminar();
    const { id: group, debateId: one } = groupOf(0);
    const ann = await enter(people.ann.cookie, one);
    const source = {
      type: 'source.add',
      sourceId: 's_a',
      url: '',
      locator: '',
      excerpt: 'It says',
      note: '',
    } as const;
    await ann.submit({ ...source, title: 'A book' });
    await ann.submit({ ...claim('a', 'Trade makes friends of cities'), sources: ['s_a'] } as Operation);
    expect(await bring(cookie, debateId, one, ['c_a'])).toMatchObject({ ok: true });
    await expect.poll(() => owner.snapshot().claims.map(({ id }) => id)).toContain('c_a');
    const { claims, promotions, sources } = owner.snapshot();
    expect(claims.find(({ id }) => id === 'c_a')).toMatchObject({
      author: people.ann.id,
      text: 'Trade makes friends of cities',
      sources: ['s_a'],
    });
    expect(sources.map(({ title, excerpt, author }) => [title, excerpt, author])).toEqual([
      ['A book', 'It says', people.ann.id],
    ]);
    expect(promotions).toMatchObject([{ id: 'c_a', group }]);
    expect((await stateOf(one, people.ann.cookie)).promotions.get('c_a')).toMatchObject({ group: null });
    const head = owner.snapshot().seq;
    expect(await bring(cookie, debateId, one, ['c_a'])).toMatchObject({ ok: true });
    expect((await stateOf(debateId, cookie)).seq).toBe(head);
  });

  test('brings its article where the plenary has none, and the passages it cites that the plenary’s article says', async () => {
    const { debateId, cookie, owner, people, groupOf } = await aSeminar();
    const { debateId: one } = groupOf(0);
    const [ann, facilitator] = [await enter(people.ann.cookie, one), await enter(cookie, one)];
    const kept = '有树的街道凉快得多 🌳。 Nobody had planted them for that, people say.';
    const article = `${kept} The rest is lost.`;
    const source = { ...SOURCE, sourceId: 's_a', title: 'Twelve streets' };
    await ann.submit(source);
    await facilitator.submit(articleOf('s_a', ['', article]));
    for (const key of ['a', 'b', 'c']) await ann.submit(claim(key));
    await ann.submit(citePassage('q_a', 'c_a', [article, '凉快得多 🌳'], 's_a'));
    await ann.submit(citePassage('q_b', 'c_b', [article, '有树的街道'], 's_a'));
    await ann.submit(citePassage('q_c', 'c_b', [article, 'The rest is lost.'], 's_a'));
    expect(await bring(cookie, debateId, one, ['c_a'])).toMatchObject({ ok: true });
    const cited = () =>
      (owner.snapshot().citations ?? []).map(({ id, passages }) => [id, passages.map(({ exact }) => exact)]);
    await expect.poll(cited).toEqual([['c_a', ['凉快得多 🌳']]]);
    expect(owner.snapshot().articles?.map(({ text }) => text)).toEqual([article]);

    await owner.submit(articleOf('s_a', [article, kept], 2));
    await expect.poll(() => owner.snapshot().articles?.[0]?.text).toBe(kept);
    expect(await bring(cookie, debateId, one, ['c_b', 'c_c'])).toMatchObject({ ok: true });
    await expect.poll(cited).toEqual([
      ['c_a', ['凉快得多 🌳']],
      ['c_b', ['有树的街道']],
    ]);
    // Sealing the text that has rested is no part of it.
    const withoutSeal = async () => {
      const { seq, at, histories, articles, ...rest } = await stateOf(debateId, cookie);
      return { ...rest, articles: [...articles.values()].map(({ text }) => text) };
    };
    const before = await withoutSeal();
    expect(await bring(cookie, debateId, one, ['c_b'])).toMatchObject({ ok: true });
    expect(await withoutSeal()).toEqual(before);
  });

  test('comes before its arguments, also where it is younger than these', async () => {
    const { debateId, cookie, owner, people, groupOf } = await aSeminar();
    const { debateId: one } = groupOf(0);
    const ann = await enter(people.ann.cookie, one);
    for (const key of ['older', 'younger']) await ann.submit(claim(key));
    const target = { kind: 'claim', id: 'c_younger' } as const;
    const moved = { type: 'claim.move', claimId: 'c_older', target, relation: 'support' } as const;
    expect(await ann.submit(moved)).toMatchObject({ ok: true });
    expect(await bring(cookie, debateId, one, ['c_older', 'c_younger'])).toMatchObject({ ok: true });
    await expect.poll(() => owner.snapshot().claims.map(({ id }) => id)).toContain('c_older');
    const { links } = owner.snapshot();
    expect(links.find(({ from }) => from === 'c_older')?.target).toEqual(target);
  });

  test('leaves no source behind where the plenary refuses it: in silent writing, and once it is closed', async () => {
    const { debateId, cookie, owner, does, people, groupOf } = await aSeminar();
    const { debateId: one } = groupOf(0);
    const ann = await enter(people.ann.cookie, one);
    await ann.submit({ ...SOURCE, sourceId: 's_a' });
    await ann.submit({ ...claim('a'), sources: ['s_a'] } as Operation);
    await does(setAgenda([WRITING]));
    await does(turnTo(WRITING.id));
    const refusalNow = async () => {
      const answer = await bring(cookie, debateId, one, ['c_a']);
      const { sources } = await stateOf(debateId, cookie);
      return [answer.ok || answer.rejection.code, sources.size];
    };
    expect(await refusalNow()).toEqual(['phase_closed', 0]);
    await does(turnTo(null, WRITING.id));
    await does({ type: 'debate.setStatus', status: 'closed' });
    expect(await refusalNow()).toEqual(['debate_closed', 0]);
    await does({ type: 'debate.setStatus', status: 'open' });
    expect(await refusalNow()).toEqual([true, 1]);
    expect(owner.snapshot().sources).toHaveLength(1);
  });

  test('is brought by moderators of the plenary alone, and over its route alone', async () => {
    const { debateId, owner, people, groupOf } = await aSeminar();
    const { id: group, debateId: one } = groupOf(0);
    const ann = await enter(people.ann.cookie, one);
    await ann.submit(claim('a'));
    expect(await bring(people.ann.cookie, debateId, one, ['c_a'])).toMatchObject({
      rejection: { code: 'not_allowed' },
    });
    const { claimId, linkId, target, relation } = claim('mine') as Extract<Operation, { type: 'claim.add' }>;
    const forged = {
      claimId,
      linkId,
      target,
      relation,
      positionId: null,
      text: 'Never said',
      groupId: group,
    };
    expect(await owner.submit({ type: 'claim.promote', ...forged })).toMatchObject({
      rejection: { code: 'not_allowed' },
    });
    const formed = { groupId: 'g_x', debateId, name: 'Mine', members: [] };
    expect(await owner.submit({ type: 'group.form', groups: [formed] })).toMatchObject({
      rejection: { code: 'not_allowed' },
    });
  });

  test('[GR4] is nobody’s where the group names fewer than the plenary', async () => {
    const { debateId: from, cookie: other } = await makeOwnDebate('public');
    const maker = await connect({ cookie: other });
    await maker.open(from);
    // Its own connection ends with it.
    void maker.submit({ type: 'debate.configure', names: 'anonymous' }).catch(() => {});
    await maker.closed;
    const { debateId, cookie, owner, people, groupOf } = await aSeminar({ from });
    const { debateId: one } = groupOf(0);
    const ann = await enter(people.ann.cookie, one);
    await ann.submit(claim('a'));
    expect(await bring(cookie, debateId, one, ['c_a'])).toMatchObject({ ok: true });
    await expect.poll(() => owner.snapshot().claims.find(({ id }) => id === 'c_a')?.author).toBe('system');
  });
});

test('[GR10] moderators of the plenary see who is in which group and what is written there, as it happens', async () => {
  const { debateId, cookie, owner, people, groupOf } = await aSeminar();
  const [{ id: first, debateId: one }, { id: second }] = [groupOf(0), groupOf(1)];
  const watch = (client: LiveClient) => client.socket.emitWithAck('watchGroups', { watching: true });
  expect(await watch(people.ann)).toMatchObject({ rejection: { code: 'not_allowed' } });
  expect(await watch(owner)).toEqual({ ok: true });
  await expect
    .poll(() =>
      owner
        .groups()
        .map(({ groupId }) => groupId)
        .sort(),
    )
    .toEqual([first, second].sort());
  const seen = () => owner.groups().find(({ groupId }) => groupId === first);
  expect(seen()).toMatchObject({ here: [], claims: 0, latest: [] });
  const ann = await enter(people.ann.cookie, one);
  await expect.poll(() => seen()?.here).toEqual([people.ann.id]);
  await ann.submit(claim('a', 'Heard at once'));
  await expect.poll(() => seen()?.latest[0]).toMatchObject({ text: 'Heard at once', author: people.ann.id });
  await bring(cookie, debateId, one, ['c_a']);
  await expect.poll(() => seen()?.latest[0]?.promoted).toBe(true);
  ann.close();
  await expect.poll(() => seen()?.here).toEqual([]);
  expect(people.ann.groups()).toEqual([]);
});
