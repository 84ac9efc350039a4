import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { TextChange } from '../../domain/ot/text-change.ts';
import { ALLOWANCES, CONNECTION_CAPS } from '../../server/limits/allowances.ts';
import { claim, connect, join, makeDebate, present, vote, withTestServer } from '../support/live-debates.ts';
import { upTo } from '../support/log-node.ts';
import { connectRaw } from '../support/raw-socket.ts';
import { tcpOf } from '../support/tcp-of.ts';

const server = withTestServer();

describe('identities', () => {
  test("[SK10] nobody can take another participant's: the same numbers are other operations", async () => {
    const debateId = await makeDebate();
    const ann = await join(debateId, 'Ann');
    const eve = await connect({ cookie: await server().signIn('Eve'), clientId: 'tab_shared' });
    const mine = await connect({ cookie: ann.cookie, clientId: 'tab_shared' });
    await Promise.all([eve.open(debateId), mine.open(debateId)]);
    const first = await mine.submit(claim('a'), 1);
    expect(first).toMatchObject({ ok: true });
    expect(await eve.submit(claim('a'), 1)).toEqual({ ok: false, rejection: { code: 'id_taken' } });
    expect(await mine.submit(claim('a'), 1)).toEqual(first);
    expect(await mine.submit(claim('b'), 1)).toEqual({ ok: false, rejection: { code: 'identity_reused' } });
  });

  test('[SK10] a client cannot speak for the server: making debates and joining people is not its to do', async () => {
    const ann = await join(await makeDebate(), 'Ann');
    const joinOther: Operation = { type: 'participant.join', participantId: 'm_other', role: 'owner' };
    expect(await ann.submit(joinOther)).toEqual({ ok: false, rejection: { code: 'not_allowed' } });
    expect(await ann.submit({ type: 'debate.edit', title: 'Mine' })).toEqual({
      ok: false,
      rejection: { code: 'not_allowed' },
    });
  });

  test('[SK11] coming back, a client learns what became of its operations, also of those still waiting', async () => {
    const debateId = await makeDebate();
    const cookie = await server().signIn('Ann');
    const before = await connect({ cookie, clientId: 'tab_comesback' });
    await before.open(debateId);
    const done = await before.submit(claim('a'), 1);
    const waiting = upTo(20).map((n) => before.submit(claim(`n${n}`), 1 + n));
    const after = await connect({ cookie, clientId: 'tab_comesback' });
    const unanswered = upTo(30);
    const welcome = await after.open(debateId, 0, unanswered);
    const answers = new Map(welcome.ok ? welcome.answers : []);
    expect(answers.get(1)).toEqual(done);
    expect(answers.has(30)).toBe(false);
    const again = await Promise.all(upTo(20).map((n) => after.submit(claim(`n${n}`), 1 + n)));
    const first = await Promise.all(waiting);
    expect(again).toEqual(first);
    await after.seen(Math.max(...first.map((answer) => (answer.ok ? answer.seq : 0))));
    expect(after.snapshot().claims).toHaveLength(21);
  });
});

test('[SK25] a connection that is refused is closed once it knows why', async () => {
  const { origin } = server();
  const cookie = await server().signIn('Ann');
  for (const _ of upTo(CONNECTION_CAPS.person))
    expect((await connectRaw(origin, cookie)).received.at(-1)).toMatch(/^40/);
  const late = await connectRaw(origin, cookie);
  await late.closed;
  // Not after the time in which one has to come in: by then it would have been pinged.
  expect(late.received.slice(1)).toEqual(['44{"message":"too_many"}']);
});

/** How often the server has cut off a sender. */
function cutOffs(): number {
  return server().logs.filter((line) => line.includes('stays too fast')).length;
}

describe('limits', () => {
  test('[SK12] a client that sends too fast gets an error; others are not delayed', async () => {
    const debateId = await makeDebate();
    const [fast, calm] = [await join(debateId, 'Fast'), await join(debateId, 'Calm')];
    const answers = await Promise.all(upTo(400).map((n) => fast.submit(vote(`none${n}`, 'agree'))));
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.rejection.code));
    expect(codes.filter((code) => code === 'too_fast').length).toBeGreaterThan(200);
    expect(codes[0]).toBe('unknown_claim');
    expect(await calm.submit(claim('calm'))).toMatchObject({ ok: true });
    expect(fast.socket.connected).toBe(true);
  });

  test.each([
    ['open', { protocol: 0 }],
    ['submit', {}],
    ['presence', { at: null, writing: true }],
    ['pointer', { over: null, look: null }],
    ['caret', { text: null }],
  ] as const)(
    '[SK23] a client that goes on with %s after hundreds of such errors is disconnected',
    async (event, message) => {
      const debateId = await makeDebate();
      const [fast, calm] = [
        await connectRaw(server().origin, await server().signIn('Fast')),
        await join(debateId),
      ];
      const before = cutOffs();
      for (const n of upTo(2_000)) fast.send(`42${n}${JSON.stringify([event, message])}`);
      await fast.closed;
      expect(cutOffs()).toBe(before + 1);
      expect(await calm.submit(claim('calm'))).toMatchObject({ ok: true });
    },
  );

  test('[SK23] coming back at once, such a sender is cut off again', async () => {
    const cookie = await server().signIn('Fast');
    for (const events of [2_000, ALLOWANCES.refusals.person.burst / 2]) {
      const fast = await connectRaw(server().origin, cookie);
      for (const n of upTo(events)) fast.send(`42${n}["presence",{"at":null,"writing":false}]`);
      await fast.closed;
    }
  });

  test('[SK12] a person cannot go faster by more tabs', async () => {
    const debateId = await makeDebate();
    const cookie = await server().signIn('Fast');
    const tabs = await Promise.all(upTo(5).map(() => connect({ cookie })));
    await Promise.all(tabs.map((tab) => tab.open(debateId)));
    const started = performance.now();
    const answers = await Promise.all(
      tabs.flatMap((tab) => upTo(60).map((n) => tab.submit(vote(`none${n}`, 'agree')))),
    );
    const tooFast = answers.filter((answer) => !answer.ok && answer.rejection.code === 'too_fast');
    const seconds = (performance.now() - started) / 1_000;
    // 120 at once and 20 a second, as from one tab.
    expect(answers.length - tooFast.length).toBeLessThanOrEqual(120 + 20 * seconds);
  });

  test('[SK12] an edit of many parts costs as much as many operations', async () => {
    const debateId = await makeDebate();
    const ann = await join(debateId, 'Ann');
    await ann.submit(claim('a', 'x'.repeat(500)));
    const everyOther = Array.from({ length: 250 }, (): TextChange => [[1, 'y'], 1]).flat();
    const started = performance.now();
    const answers = await Promise.all(
      upTo(60).map(() => ann.submit({ type: 'claim.edit', claimId: 'c_a', base: 1, change: everyOther })),
    );
    const seconds = (performance.now() - started) / 1_000;
    const taken = answers.filter((answer) => answer.ok || answer.rejection.code !== 'too_fast');
    expect(taken.length).toBeGreaterThan(0);
    // 120 at once and 20 a second; each costs 50.
    expect(taken.length).toBeLessThanOrEqual((120 + 20 * seconds) / 50);
  });

  test('[SK13] a message over the limit ends its connection, and no other', async () => {
    const debateId = await makeDebate();
    const [large, other] = [await join(debateId, 'Large'), await join(debateId, 'Other')];
    large.submit(claim('big', 'x'.repeat(LIMITS.messageBytes))).catch(() => {});
    expect(await large.closed).toBe('transport close');
    expect(await other.submit(claim('o'))).toMatchObject({ ok: true });
  });

  test('[SK14] a reader that asks and does not read is dropped within its budget; others go on (F7)', async () => {
    const debates = [await makeDebate(), await makeDebate()] as const;
    for (const debateId of debates) {
      const writer = await join(debateId, 'Wes');
      const answers = await Promise.all(upTo(100).map((n) => writer.submit(longComment(n))));
      expect(answers.filter(({ ok }) => !ok)).toEqual([]);
      writer.close();
    }
    const healthy = await join(debates[0], 'Hal');
    const deaf = await connect();
    const stream = tcpOf(deaf);
    stream.pause();
    const dropped = () => server().logs.some((line) => line.includes(`"connection":"${deaf.socket.id}"`));
    let asked = 0;
    const asks = () => {
      asked += 1;
      void deaf.open(debates[asked % 2] ?? debates[0]);
      return dropped();
    };
    await expect.poll(asks, { interval: 300, timeout: 30_000 }).toBe(true);
    await expect.poll(async () => [await present(debates[0]), await present(debates[1])]).toEqual([1, 0]);
    const answer = await healthy.submit(claim('h'));
    if (!answer.ok) expect.fail(answer.rejection.code);
    await healthy.seen(answer.seq);
    expect(healthy.gaps()).toEqual([]);
    stream.resume();
    await deaf.closed;
  });
});

function longComment(n: number): Operation {
  const on = { kind: 'position', id: 'p_position1' } as const;
  return {
    type: 'comment.add',
    commentId: `k_${n}`,
    on,
    replyTo: null,
    // Not to be made shorter by compressing it.
    text: randomBytes(LIMITS.commentCharacters * 0.74).toString('base64'),
  };
}

describe('presence', () => {
  test('[SK15] everyone sees who is here, changes are batched, and people who leave disappear', async () => {
    const debateId = await makeDebate();
    const [ann, reader] = [await join(debateId, 'Ann'), await connect()];
    const welcome = await reader.open(debateId);
    expect(welcome.ok && welcome.present.map(({ participantId }) => participantId).sort()).toEqual(
      [ann.id, null].sort(),
    );
    await expect.poll(() => ann.presence.length).toBeGreaterThan(0);
    const before = reader.presence.length;
    for (const at of upTo(20)) await ann.submit(claim(`${100 + at}`));
    await Promise.all(
      upTo(20).map((at) => ann.socket.emitWithAck('presence', { at: `c_${100 + at}`, writing: true })),
    );
    const last = () =>
      reader.presence.flatMap(({ here }) => here).findLast(({ participantId }) => participantId);
    await expect.poll(() => last()?.at).toBe('c_120');
    expect(reader.presence.length - before).toBeLessThan(20);
    ann.close();
    await expect.poll(() => reader.presence.flatMap(({ gone }) => gone)).toContain(ann.connection);
    expect(await present(debateId)).toBe(1);
  });

  test('[SK15] it is nothing that lasts: it moves no sequence number', async () => {
    const debateId = await makeDebate();
    const ann = await join(debateId, 'Ann');
    await ann.socket.emitWithAck('presence', { at: 'c_some', writing: false });
    const reader = await connect();
    await reader.open(debateId);
    expect(reader.snapshot()).toEqual({ ...ann.snapshot(), votes: [] });
  });

  test('[SK16] the name of who joins is known to all before their first words are', async () => {
    const debateId = await makeDebate();
    const reader = await connect();
    await reader.open(debateId);
    const ben = await join(debateId, 'Ben & Co');
    await reader.seen(ben.snapshot().seq);
    expect(reader.people).toEqual([{ id: ben.id, name: 'Ben & Co' }]);
    expect(JSON.stringify(reader.frames)).not.toContain('Ben & Co');
  });
});
