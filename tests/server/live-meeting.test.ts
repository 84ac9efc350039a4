import { describe, expect, test } from 'vitest';
import { fromSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { parley } from '../../server/handle.ts';
import { answer, closePoll, quickPoll, stancePoll } from '../support/debate-builder.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeOwnDebate, vote, withTestServer } from '../support/live-debates.ts';

const server = withTestServer();

async function does(client: LiveClient, operation: Parameters<LiveClient['submit']>[0]): Promise<number> {
  const answered = await client.submit(operation);
  if (!answered.ok) throw new Error(`${operation.type}: ${answered.rejection.code}`);
  return answered.seq;
}

/** A debate, its owner, and so many who take part. */
async function room(people: number) {
  const { debateId, cookie } = await makeOwnDebate('public');
  const olga = await connect({ cookie });
  await olga.open(debateId);
  const voters = [];
  for (let at = 0; at < people; at += 1) voters.push(await join(debateId, `Voter ${at}`));
  return { debateId, cookie, olga, voters };
}

const pollIn = (client: LiveClient, pollId: string) =>
  fromSnapshot(client.snapshot()).polls.get(pollId) ?? expect.fail('no poll');

describe('[PO3] [PO5] a secret poll on sockets and pages', () => {
  test('shows how many have answered, and the answers only when the other half is closed too; each person’s own answer on their devices', async () => {
    const { debateId, cookie, olga, voters } = await room(5);
    await does(olga, stancePoll('p_before', 'before'));
    for (const [at, voter] of voters.entries()) await does(voter, answer('p_before', at % 3));
    const closed = await does(olga, closePoll('p_before'));
    const [first, second] = voters;
    if (!first || !second) throw new Error('There are five');
    for (const client of [olga, first]) await client.seen(closed);
    expect(pollIn(olga, 'p_before')).toMatchObject({ answered: 5, counts: null });
    // A page of the owner's, and a second device of a voter's.
    const owner = await parley().auth.currentPerson(new Headers({ cookie }));
    const page = await parley().debates.read(debateId, owner);
    expect(page.ok && page.view.polls.get('p_before')?.counts).toBeNull();
    const again = await connect({ cookie: second.cookie });
    await again.open(debateId);
    expect(again.snapshot().answers).toEqual([['p_before', second.id, 1]]);
    expect(olga.snapshot().answers).toEqual([]);
    // Nothing that others received says who answered what.
    for (const { effect, author } of [...olga.frames, ...first.frames].flatMap(({ entries }) => entries))
      if (effect.type.startsWith('poll.')) expect([effect.type, author]).toEqual(['poll.projected', '']);

    await does(olga, stancePoll('p_after', 'after'));
    for (const voter of voters) await does(voter, answer('p_after', 1));
    const end = await does(olga, closePoll('p_after'));
    for (const client of [olga, again]) {
      await client.seen(end);
      expect(pollIn(client, 'p_before').counts).toEqual([2, 2, 1]);
      expect(pollIn(client, 'p_after').flows).toEqual([
        [0, 2, 0],
        [0, 2, 0],
        [0, 1, 0],
      ]);
    }
  });
});

describe('[SG1] a stage', () => {
  test('gets what a reader gets, though its owner opens it; it joins nobody and shows nobody as present', async () => {
    const { debateId, cookie, olga } = await room(0);
    await does(olga, claim('one'));
    await does(olga, vote('one', 'agree'));
    await does(olga, { type: 'content.hide', ids: ['c_one'], reason: 'spam', note: '' });
    await does(olga, claim('two'));
    const stage = await connect({ cookie, stage: true });
    const opened = await stage.open(debateId);
    expect(opened.ok && [opened.participantId, opened.standing]).toEqual([null, null]);
    expect(stage.snapshot().claims.map(({ id }) => id)).toEqual(['c_two']);
    expect(stage.snapshot().votes).toEqual([]);
    const seq = await does(olga, vote('two', 'agree'));
    await stage.seen(seq);
    expect(stage.frames.flatMap(({ own }) => own ?? [])).toEqual([]);
    expect(stage.snapshot().votes).toEqual([]);
    const readers = olga.presence.flatMap(({ here }) => here.filter((one) => one.participantId === null));
    expect(readers).toEqual([]);
    // Nor where its page says, as boards do, what it looks at: who comes then finds Olga alone.
    await stage.socket.emitWithAck('presence', { at: null, writing: false });
    const ann = await connect({ cookie });
    const found = await ann.open(debateId);
    expect(found.ok && found.present.filter(({ participantId }) => participantId === null)).toEqual([]);
    const refused = await stage.submit(quickPoll('p_q'));
    expect(refused.ok).toBe(false);
    // A stranger who opens it does not join.
    const eve = await connect({ cookie: await server().signIn('Eve'), stage: true });
    expect((await eve.open(debateId)).ok).toBe(true);
    expect(olga.snapshot().participants).toHaveLength(1);
  });
});

describe('[SG2] a stage', () => {
  test('opens for people who may read, and ends when they no longer may', async () => {
    const { debateId, olga, voters } = await room(1);
    const [ann] = voters;
    if (!ann) throw new Error('There is one');
    const stage = await connect({ cookie: ann.cookie, stage: true });
    expect((await stage.open(debateId)).ok).toBe(true);
    await does(olga, { type: 'debate.setVisibility', visibility: 'private' });
    const stranger = await connect({ stage: true });
    expect(await stranger.open(debateId)).toMatchObject({ rejection: { code: 'debate_not_found' } });
    const read = await parley().debates.read(debateId, null, 'stage');
    expect(read).toMatchObject({ ok: false, rejection: { code: 'debate_not_found' } });
    await does(olga, {
      type: 'participant.setMembership',
      participantId: ann.id,
      membership: 'banned',
      reason: 'other',
    });
    await stage.closed;
    expect(stage.closings).toEqual([{ reason: 'access_changed' }]);
  });
});
