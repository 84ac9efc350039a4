import { describe, expect, test } from 'vitest';
import { MOTION_ID } from '../../domain/layout/map-tree.ts';
import { parley } from '../../server/handle.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeOwnDebate, vote, withTestServer } from '../support/live-debates.ts';
import { OPEN, setAgenda, turnTo, VOTING, WRITING } from '../support/phased-debate.ts';

const server = withTestServer();

const COMMENTING = { ...WRITING, may: ['add', 'comment'] } as const;

/** A debate in a phase, its owner, two who take part, and one who reads. */
async function room(phase: 'p-write' | 'p-vote') {
  const { debateId, cookie } = await makeOwnDebate('public');
  const olga = await connect({ cookie });
  await olga.open(debateId);
  const [ann, ben, reader] = [await join(debateId, 'Ann'), await join(debateId, 'Ben'), await connect()];
  await reader.open(debateId);
  await does(ann, claim('open', 'Seen by all'));
  await does(olga, setAgenda([COMMENTING, OPEN, VOTING]));
  const turned = await does(olga, turnTo(phase));
  for (const client of [olga, ann, ben, reader]) await client.seen(turned);
  return { debateId, olga, ann, ben, reader };
}

async function does(client: LiveClient, operation: Parameters<LiveClient['submit']>[0]): Promise<number> {
  const answer = await client.submit(operation);
  if (!answer.ok) throw new Error(`${operation.type}: ${answer.rejection.code}`);
  return answer.seq;
}

/** Everything a connection receives from now on. */
function hearing(client: LiveClient) {
  const [frames, presence, pointers] = [client.frames.length, client.presence.length, client.pointers.length];
  return () => ({
    frames: client.frames.slice(frames),
    presence: client.presence.slice(presence),
    pointers: client.pointers.slice(pointers),
  });
}

const secret = 'A secret until the reveal';

describe('[BL1] [BL4] in a phase that hides what others add', () => {
  test('it sends no frame and no presence; openings, pages, lists and exports show nothing', async () => {
    const { debateId, olga, ann, ben, reader } = await room('p-write');
    const others = [olga, ben, reader];
    const heard = others.map(hearing);
    const here = { box: MOTION_ID, across: 0, down: 0, dx: 0, dy: 0 };
    await ann.socket.emitWithAck('presence', { at: 'c_open', writing: true });
    await ann.socket.emitWithAck('pointer', { over: here, look: { at: here, zoom: 1 } });
    for (const key of ['one', 'two', 'three']) await does(ann, claim(key, `${secret} ${key}`));
    await does(ann, {
      type: 'comment.add',
      commentId: 'm_secret',
      on: { kind: 'claim', id: 'c_open' },
      replyTo: null,
      text: secret,
    });
    await ann.socket.emitWithAck('presence', { at: 'c_one', writing: true });
    // Only the entry that everyone sees comes after.
    const said = await does(olga, { type: 'debate.edit', title: 'Seen by all' });
    for (const client of others) await client.seen(said);
    for (const received of heard.map((take) => take())) {
      expect(received.frames.map(({ entries }) => entries.map(({ effect }) => effect.type))).toEqual([
        ['debate.edited'],
      ]);
      expect(received.pointers).toEqual([]);
      expect(
        received.presence.flatMap((update) => update.here.filter(({ at, writing }) => at || writing)),
      ).toEqual([]);
    }
    for (const client of others) expect(JSON.stringify(client.snapshot())).not.toContain('secret');
    const late = await connect();
    expect(JSON.stringify(await late.open(debateId))).not.toContain('secret');
    expect(JSON.stringify(late.snapshot())).not.toContain('secret');
    const listed = (await parley().debateLists.list(null)).find(({ id }) => id === debateId);
    expect(listed?.claims).toBe(1);
    const read = await parley().debates.read(debateId, null);
    expect(JSON.stringify(read)).not.toContain('secret');
    const tab = await connect({ cookie: ann.cookie });
    await tab.open(debateId);
    expect(tab.snapshot().claims.map(({ id }) => id)).toEqual(expect.arrayContaining(['c_one', 'c_three']));
  });

  test('[BL2] the reveal comes to all at once, equal to a fresh load', async () => {
    const { debateId, olga, ann, ben, reader } = await room('p-write');
    await does(ann, claim('one', secret));
    await does(ben, claim('two', secret));
    const revealed = await does(olga, turnTo('p-open', 'p-write'));
    const fresh = await connect();
    await fresh.open(debateId);
    for (const client of [olga, ann, ben, reader]) {
      await client.seen(revealed);
      expect({ ...client.snapshot(), votes: [], moderationLog: [] }).toEqual({
        ...fresh.snapshot(),
        moderationLog: [],
      });
    }
    const listed = (await parley().debateLists.list(null)).find(({ id }) => id === debateId);
    expect(listed?.claims).toBe(3);
  });

  test('the author’s other tabs receive it, and after an absence reach the same state', async () => {
    const { debateId, olga, ann, ben } = await room('p-write');
    const tab = await connect({ cookie: ann.cookie });
    await tab.open(debateId);
    const added = await does(ann, claim('one', secret));
    await tab.seen(added);
    expect(tab.snapshot().claims.map(({ id }) => id)).toContain('c_one');
    const left = ben.snapshot().seq;
    ben.close();
    const revealed = await does(olga, turnTo('p-open', 'p-write'));
    const back = await connect({ cookie: ben.cookie, knows: ben.snapshot() });
    await back.open(debateId, left, [], ben.timeOf(left));
    await tab.seen(revealed);
    expect({ ...back.snapshot(), votes: [] }).toEqual({ ...tab.snapshot(), votes: [] });
  });
});

describe('[BL3] while tallies are hidden', () => {
  test('no frame comes of others’ votes, and nobody’s snapshot counts them', async () => {
    const { debateId, olga, ann, ben, reader } = await room('p-vote');
    const heard = [olga, reader].map(hearing);
    const voted = await Promise.all([does(ann, vote('open', 'agree')), does(ben, vote('open', 'disagree'))]);
    await ann.seen(voted[0]);
    expect(ann.snapshot().votes).toHaveLength(1);
    const late = await connect();
    await late.open(debateId);
    for (const client of [ann, ben, olga, reader, late])
      expect(client.snapshot().claims.map(({ tally }) => tally.agree + tally.disagree)).toEqual([0]);
    const turned = await does(olga, turnTo('p-open', 'p-vote'));
    for (const client of [olga, reader, ann]) await client.seen(turned);
    for (const received of heard.map((take) => take())) expect(received.frames).toHaveLength(1);
    for (const client of [olga, reader, ann])
      expect(client.snapshot().claims[0]?.tally).toMatchObject({ agree: 1, disagree: 1 });
  });
});

describe('[AG2] two who run the debate at once', () => {
  test('move on one phase, and the second one gets a refusal', async () => {
    const { debateId, cookie } = await makeOwnDebate('public');
    const [one, other] = [await connect({ cookie }), await connect({ cookie, clientId: 'tab_other_one' })];
    for (const client of [one, other]) await client.open(debateId);
    await does(one, setAgenda([WRITING, OPEN, VOTING]));
    await does(one, turnTo('p-write'));
    const answers = await Promise.all(
      [one, other].map((client) => client.submit(turnTo('p-open', 'p-write'))),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ rejection: { code: 'phase_changed' } });
  });
});

test('[AG5] the server answers with its time', async () => {
  const { debateId } = await makeOwnDebate('public');
  const client = await connect();
  await client.open(debateId);
  const before = Date.now();
  const answer = await client.socket.emitWithAck('clock', {});
  expect(answer).toMatchObject({ ok: true });
  if (!answer.ok) return;
  expect(answer.now).toBeGreaterThanOrEqual(before);
  expect(answer.now).toBeLessThanOrEqual(Date.now());
});

test('[AG6] a debate started from another has its agenda, with no phase on', async () => {
  const { debateId, cookie } = await makeOwnDebate('public');
  const olga = await connect({ cookie });
  await olga.open(debateId);
  await does(olga, setAgenda([WRITING, OPEN]));
  await does(olga, turnTo('p-write'));
  const person = await parley().auth.currentPerson(new Headers({ cookie }));
  const created = await parley().debates.create(person ?? expect.fail('nobody'), {
    title: 'Again',
    motion: 'Trade makes peace',
    visibility: 'public',
    positions: [],
    from: { debateId, claims: false },
  });
  const read = await parley().debates.read(created.ok ? created.debateId : '', person);
  expect(read.ok && read.view.agenda).toEqual({
    phases: [WRITING, OPEN],
    at: null,
    revision: 1,
    timer: null,
  });
  expect(server().origin).toContain('http');
});
