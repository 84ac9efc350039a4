import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../domain/debate/limits.ts';
import type { Operation } from '../../domain/debate/operations.ts';
import { LIVE_PATH } from '../../domain/protocol/events.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { parley } from '../../server/handle.ts';
import { connectLive, type LiveClient, type LiveClientOptions } from '../support/live-client.ts';
import { addClaim, upTo } from '../support/log-node.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let clients: LiveClient[] = [];

beforeAll(async () => {
  server = await startTestServer();
});

afterEach(() => {
  for (const client of clients) client.close();
  clients = [];
});

afterAll(() => server.stop());

async function connect(options: LiveClientOptions = {}): Promise<LiveClient> {
  const client = await connectLive(server.origin, options);
  clients.push(client);
  return client;
}

/** Somebody signed in and in the debate. */
async function join(debateId: string, name = 'Ann'): Promise<LiveClient & { cookie: string; id: string }> {
  const cookie = await server.signIn(name);
  const client = await connect({ cookie });
  const welcome = await client.open(debateId);
  if (!welcome.ok || welcome.participantId === null) throw new Error(`${name} could not join`);
  return { ...client, cookie, id: welcome.participantId };
}

let made = 0;

/** A debate with one position, made by somebody who is not there. */
async function makeDebate(visibility: 'public' | 'unlisted' | 'private' = 'public'): Promise<string> {
  return (await makeOwnDebate(visibility)).debateId;
}

async function makeOwnDebate(visibility: 'public' | 'unlisted' | 'private') {
  made += 1;
  const cookie = await server.signIn('Olga');
  const owner = await parley().auth.currentPerson(new Headers({ cookie }));
  const positions = [{ name: 'Yes', hue: 'blue' as const, summary: '' }];
  const input = { title: `Debate ${made}`, motion: 'Trade makes friends', positions, visibility };
  const created = await parley().debates.create(owner ?? expect.fail('nobody'), input);
  return { debateId: created.ok ? created.debateId : expect.fail('not made'), cookie };
}

const claim = (key: string, text?: string) => addClaim(key, text, 'p_position1');
const vote = (key: string, answer: 'agree' | 'disagree' | 'pass'): Operation => ({
  type: 'vote.cast',
  claimId: `c_${key}`,
  answer,
  wording: 1,
});

describe('the handshake', () => {
  test.each([
    ['a foreign page', { origin: 'https://elsewhere.example' }],
    ['a foreign page on this machine', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', { origin: 'null' }],
    ['no page at all', { origin: undefined }],
    [
      'a foreign name that points here',
      { origin: 'http://rebound.example:3000', host: 'rebound.example:3000' },
    ],
  ])('[SK1] from %s is refused', async (_, headers) => {
    await expect(connect({ headers })).rejects.toThrow();
  });

  test('[SK1] by long polling without an Origin only passes from a page of this site under its own name', async () => {
    const poll = (headers: Record<string, string>) =>
      fetch(`${server.origin}${LIVE_PATH}/?EIO=4&transport=polling`, { headers }).then(
        ({ status }) => status,
      );
    expect(await poll({ 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await poll({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await poll({})).toBe(403);
    expect(await poll({ 'sec-fetch-site': 'same-origin', origin: 'https://elsewhere.example' })).toBe(403);
  });

  test('[SK2] one person may have twenty connections, and no more', async () => {
    const cookie = await server.signIn('Many');
    const tries = await Promise.allSettled(upTo(30).map(() => connect({ cookie })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    await expect(connect({ cookie: await server.signIn('Other') })).resolves.toBeDefined();
  });
});

describe('opening a debate', () => {
  test('[SK3] a reader nobody knows reads a public one, and may not write', async () => {
    const debateId = await makeDebate();
    const ann = await join(debateId);
    const reader = await connect();
    expect(await reader.open(debateId)).toMatchObject({ ok: true, participantId: null });
    expect(await reader.submit(claim('r'))).toEqual({ ok: false, rejection: { code: 'not_signed_in' } });
    await ann.submit(claim('a'));
    await reader.seen(ann.snapshot().seq);
    await expect.poll(() => reader.snapshot().claims.map(({ id }) => id)).toEqual(['c_a']);
  });

  test('[SK3] nothing is written before a debate is open', async () => {
    const client = await connect({ cookie: await server.signIn('Ann') });
    expect(await client.submit(claim('a'))).toEqual({ ok: false, rejection: { code: 'not_joined' } });
  });

  test('[SK4] a private one is not there for those who do not take part, signed in or not', async () => {
    const { debateId, cookie } = await makeOwnDebate('private');
    const notFound = { ok: false, rejection: { code: 'debate_not_found' } };
    const stranger = await server.signIn('Stranger');
    for (const client of [await connect(), await connect({ cookie: stranger })]) {
      expect(await client.open(debateId)).toEqual(notFound);
      expect(await client.open('d_never')).toEqual(notFound);
      expect((await client.submit(claim('x'))).ok).toBe(false);
    }
    const person = await parley().auth.currentPerson(new Headers({ cookie: stranger }));
    expect(await parley().debates.read(debateId, person)).toEqual(notFound);
    expect((await parley().debates.list(person)).map(({ id }) => id)).not.toContain(debateId);
    expect(await (await connect({ cookie })).open(debateId)).toMatchObject({ ok: true });
  });

  test('[SK4] an unlisted one is open to who knows its address, and in no list', async () => {
    const debateId = await makeDebate('unlisted');
    expect(await (await connect()).open(debateId)).toMatchObject({ ok: true });
    expect((await parley().debates.list(null)).map(({ id }) => id)).not.toContain(debateId);
  });

  test('[SK5] another version of the protocol is told so', async () => {
    const client = await connect();
    const message = { debateId: await makeDebate(), clientId: 'tab_old00', after: 0, unanswered: [] };
    const answer = await client.socket.emitWithAck('open', { ...message, protocol: PROTOCOL_VERSION + 1 });
    expect(answer).toEqual({ ok: false, rejection: { code: 'protocol_mismatch' } });
  });

  test('[SK6] of several openings at once the last one stands, and the others are refused', async () => {
    const [one, two] = [await makeDebate(), await makeDebate()];
    const client = await connect({ cookie: await server.signIn('Ann') });
    const answers = await Promise.all([
      client.open(one),
      client.open(two),
      client.open(one),
      client.open(two),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, true]);
    expect(await client.submit(claim('a'))).toMatchObject({ ok: true });
    const there = await connect();
    expect(await there.open(two)).toMatchObject({ ok: true });
    expect(there.snapshot().claims.map(({ id }) => id)).toEqual(['c_a']);
    await expect.poll(() => present(one)).toBe(0);
    expect(await present(two)).toBe(2);
  });

  test('[SK6] a connection that ends while it opens is not counted as here', async () => {
    const debateId = await makeDebate();
    for (const _ of upTo(10)) {
      const client = await connect({ cookie: await server.signIn('Ann') });
      void client.open(debateId);
      await new Promise(setImmediate);
      client.close();
    }
    const stays = await join(debateId);
    await expect.poll(() => present(debateId)).toBe(1);
    stays.close();
    await expect.poll(() => present(debateId)).toBe(0);
  });
});

async function present(debateId: string): Promise<number | undefined> {
  return (await parley().debates.list(null)).find(({ id }) => id === debateId)?.present;
}

describe('frames', () => {
  test('[SK7] follow each other without a gap for all, with writers and joiners at once; all end alike', async () => {
    const debateId = await makeDebate();
    const writers = await Promise.all(['Ann', 'Ben', 'Cem'].map((name) => join(debateId, name)));
    const joiners: LiveClient[] = [];
    const joining = async () => {
      for (const _ of upTo(15)) {
        const joiner = await connect();
        await joiner.open(debateId);
        joiners.push(joiner);
      }
    };
    const writing = writers.map(async (writer, index) => {
      for (const n of upTo(25)) {
        const key = `w${index}_${n}`;
        const answers = await Promise.all([
          writer.submit(claim(key)),
          writer.submit(vote(key, 'agree')),
          writer.submit(vote(`w${index}_1`, n % 2 ? 'pass' : 'disagree')),
        ]);
        expect(answers.filter(({ ok }) => !ok)).toEqual([]);
      }
    });
    await Promise.all([joining(), ...writing]);
    const last = Math.max(...writers.map((writer) => writer.snapshot().seq));
    const fresh = await connect();
    await fresh.open(debateId);
    expect(fresh.snapshot().seq).toBeGreaterThanOrEqual(last);
    for (const client of [...writers, ...joiners]) {
      await client.seen(fresh.snapshot().seq);
      expect(client.gaps()).toEqual([]);
      expect({ ...client.snapshot(), votes: [] }).toEqual(fresh.snapshot());
    }
  });

  test('[SK8] catching up, by entries or by a snapshot, equals a fresh load', async () => {
    const debateId = await makeDebate();
    const ann = await join(debateId, 'Ann');
    const tabs = await Promise.all(upTo(6).map(() => connect({ cookie: ann.cookie })));
    await Promise.all(tabs.map((tab) => tab.open(debateId)));
    const operations: Operation[] = [
      claim('a', 'First'),
      vote('a', 'agree'),
      { type: 'claim.edit', claimId: 'c_a', base: 1, change: [5, [0, '!']] },
      claim('b'),
      { type: 'vote.withdraw', claimId: 'c_a' },
      vote('b', 'pass'),
      { type: 'claim.retract', claimId: 'c_b' },
    ];
    for (const [index, operation] of operations.entries()) {
      const answer = await ann.submit(operation);
      if (!answer.ok) throw new Error(answer.rejection.code);
      const leaver = tabs[index];
      await leaver?.seen(answer.seq);
      leaver?.close();
    }
    const fresh = await connect({ cookie: ann.cookie });
    await fresh.open(debateId);
    for (const tab of tabs) {
      const left = tab.snapshot().seq;
      tab.socket.connect();
      const welcome = await tab.open(debateId, left);
      expect(welcome).toMatchObject({ state: { kind: 'entries', frame: { after: left } } });
      expect(tab.snapshot()).toEqual(fresh.snapshot());
    }
    expect(await fresh.open(debateId, 1_000_000)).toMatchObject({ state: { kind: 'snapshot' } });
  });

  test('[SK8] far behind, a snapshot is told instead, and equals a fresh load', async () => {
    const seeded = (await parley().debates.list(null))[0]?.id ?? expect.fail('no seeded debate');
    const [behind, fresh] = [await connect(), await connect()];
    expect(await fresh.open(seeded)).toMatchObject({ state: { kind: 'snapshot' } });
    const { seq } = fresh.snapshot();
    expect(await behind.open(seeded, seq - 3)).toMatchObject({ state: { kind: 'entries' } });
    expect(await behind.open(seeded, 0)).toMatchObject({ state: { kind: 'snapshot' } });
    expect(behind.snapshot()).toEqual(fresh.snapshot());
  });
});

describe('votes', () => {
  test('[SK9] carry no name in any frame; all tabs of the voter, and only they, see their own', async () => {
    const debateId = await makeDebate();
    const [ann, ben] = [await join(debateId, 'Ann'), await join(debateId, 'Ben')];
    const secondTab = await connect({ cookie: ann.cookie });
    await secondTab.open(debateId);
    const reader = await connect();
    await reader.open(debateId);
    await ann.submit(claim('a'));
    await ann.submit(vote('a', 'agree'));
    await ben.submit(vote('a', 'disagree'));
    await ann.submit(claim('z'));
    const seq = ann.snapshot().seq;
    const everyone = [ann, ben, secondTab, reader];
    await Promise.all(everyone.map((client) => client.seen(seq)));
    const tally = { agree: 1, disagree: 1, pass: 0, earlier: 0 };
    for (const client of everyone) {
      await expect.poll(() => client.snapshot().claims.find(({ id }) => id === 'c_a')?.tally).toEqual(tally);
      const effects = client.frames.flatMap(({ entries }) => entries);
      expect(effects.filter(({ effect }) => /^vote\.(cast|withdrawn|own)$/.test(effect.type))).toEqual([]);
      const tallies = effects.filter(({ effect }) => effect.type === 'vote.tallied');
      expect(new Set(tallies.flatMap(({ actor, author }) => [actor, author]))).toEqual(new Set(['']));
    }
    expect(ann.snapshot().votes).toEqual([['c_a', ann.id, 'agree', 1]]);
    expect(secondTab.snapshot().votes).toEqual([['c_a', ann.id, 'agree', 1]]);
    expect(ben.snapshot().votes).toEqual([['c_a', ben.id, 'disagree', 1]]);
    expect(reader.snapshot().votes).toEqual([]);
    for (const [client, others] of [
      [ben, ann.id],
      [reader, ann.id],
      [ann, ben.id],
    ] as const) {
      const votes = client.frames.flatMap(({ own = [] }) => own);
      expect(JSON.stringify(votes)).not.toContain(others);
    }
    const fresh = await connect({ cookie: ben.cookie });
    expect(JSON.stringify(await fresh.open(debateId))).not.toContain(`"${ann.id}","agree"`);
  });
});

describe('identities', () => {
  test("[SK10] nobody can take another participant's: the same numbers are other operations", async () => {
    const debateId = await makeDebate();
    const ann = await join(debateId, 'Ann');
    const eve = await connect({ cookie: await server.signIn('Eve'), clientId: 'tab_shared' });
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
    const cookie = await server.signIn('Ann');
    const before = await connect({ cookie, clientId: 'tab_comesback' });
    await before.open(debateId);
    const done = await before.submit(claim('a'), 1);
    const waiting = upTo(20).map((n) => before.submit(claim(`n${n}`), 1 + n));
    const after = await connect({ cookie, clientId: 'tab_comesback' });
    const unanswered = upTo(30);
    const welcome = await after.open(debateId, 0, unanswered);
    const told = new Map(welcome.ok ? welcome.answers : []);
    expect(told.get(1)).toEqual(done);
    expect(told.has(30)).toBe(false);
    const again = await Promise.all(upTo(20).map((n) => after.submit(claim(`n${n}`), 1 + n)));
    const first = await Promise.all(waiting);
    expect(again).toEqual(first);
    await after.seen(Math.max(...first.map((answer) => (answer.ok ? answer.seq : 0))));
    expect(after.snapshot().claims).toHaveLength(21);
  });
});

describe('limits', () => {
  test('[SK12] who sends too fast is told so; others are not held up', async () => {
    const debateId = await makeDebate();
    const [fast, calm] = [await join(debateId, 'Fast'), await join(debateId, 'Calm')];
    const answers = await Promise.all(upTo(400).map((n) => fast.submit(vote(`none${n}`, 'agree'))));
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.rejection.code));
    expect(codes.filter((code) => code === 'too_fast').length).toBeGreaterThan(200);
    expect(codes[0]).toBe('unknown_claim');
    expect(await calm.submit(claim('calm'))).toMatchObject({ ok: true });
    expect(fast.socket.connected).toBe(true);
  });

  test('[SK12] a person cannot go faster by more tabs', async () => {
    const debateId = await makeDebate();
    const cookie = await server.signIn('Fast');
    const tabs = await Promise.all(upTo(5).map(() => connect({ cookie })));
    await Promise.all(tabs.map((tab) => tab.open(debateId)));
    const answers = await Promise.all(
      tabs.flatMap((tab) => upTo(60).map((n) => tab.submit(vote(`none${n}`, 'agree')))),
    );
    const tooFast = answers.filter((answer) => !answer.ok && answer.rejection.code === 'too_fast');
    expect(tooFast.length).toBeGreaterThan(150);
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
    const dropped = () => server.logs.some((line) => line.includes(`"connection":"${deaf.socket.id}"`));
    for (let asked = 0; asked < 22 && !dropped(); asked += 1) {
      const debateId = debates[asked % 2] ?? debates[0];
      void deaf.open(debateId);
      const expected = debateId === debates[0] ? 2 : 1;
      await expect.poll(async () => dropped() || (await present(debateId)) === expected).toBe(true);
    }
    expect(dropped()).toBe(true);
    expect([await present(debates[0]), await present(debates[1])]).toEqual([1, 0]);
    expect(await healthy.submit(claim('h'))).toMatchObject({ ok: true });
    await healthy.seen(healthy.snapshot().seq + 1);
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
    text: '漢'.repeat(LIMITS.commentCharacters),
  };
}

/** The TCP stream below a client's socket. */
function tcpOf(client: LiveClient): { pause(): void; resume(): void } {
  const webSocket: unknown = Reflect.get(client.socket.io.engine.transport, 'ws');
  if (typeof webSocket !== 'object' || webSocket === null) throw new Error('no WebSocket');
  return Reflect.get(webSocket, '_socket');
}

describe('presence', () => {
  test('[SK15] who is here is seen by all, changes are gathered, and who goes is gone', async () => {
    const debateId = await makeDebate();
    const [ann, reader] = [await join(debateId, 'Ann'), await connect()];
    const welcome = await reader.open(debateId);
    expect(welcome.ok && welcome.present.map(({ participantId }) => participantId).sort()).toEqual(
      [ann.id, null].sort(),
    );
    await expect.poll(() => ann.presence.length).toBeGreaterThan(0);
    const before = reader.presence.length;
    for (const at of upTo(20))
      await ann.socket.emitWithAck('presence', { at: `c_${100 + at}`, writing: true });
    const last = () =>
      reader.presence.flatMap(({ here }) => here).findLast(({ participantId }) => participantId);
    await expect.poll(() => last()?.at).toBe('c_120');
    expect(reader.presence.length - before).toBeLessThan(20);
    ann.close();
    await expect
      .poll(() => reader.presence.flatMap(({ gone }) => gone))
      .toContain(ann.socket.id ?? last()?.connection);
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
    const ben = await join(debateId, 'Ben');
    await reader.seen(ben.snapshot().seq);
    expect(reader.people).toEqual([{ id: ben.id, name: 'Ben' }]);
    expect(JSON.stringify(reader.frames)).not.toContain('Ben');
  });
});
