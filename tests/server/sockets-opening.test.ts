import { describe, expect, test, vi } from 'vitest';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { LIVE_PATH } from '../../domain/protocol/events.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { parley } from '../../server/handle.ts';
import { senderAddress } from '../../server/http/requests/sender-address.ts';
import { ALLOWANCES } from '../../server/limits/allowances.ts';
import { Limiter } from '../../server/limits/limiter.ts';
import { TokenBucket } from '../../server/limits/token-bucket.ts';
import { Rooms } from '../../server/log/rooms.ts';
import type { LiveSocket } from '../../server/realtime/connection.ts';
import { OpenLimits } from '../../server/realtime/handlers/open-limits.ts';
import { hide, report } from '../support/debate-builder.ts';
import type { LiveClient } from '../support/live-client.ts';
import {
  claim,
  connect,
  join,
  makeDebate,
  makeOwnDebate,
  present,
  vote,
  withTestServer,
} from '../support/live-debates.ts';
import { upTo } from '../support/log-node.ts';

const server = withTestServer();

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

  test('[SK1] by long polling is refused, from pages of this site too', async () => {
    const poll = `${server().origin}${LIVE_PATH}/?EIO=4&transport=polling`;
    const headers = { origin: server().origin, 'sec-fetch-site': 'same-origin' };
    expect((await fetch(poll, { headers })).status).toBe(400);
  });

  test('[SK2] one person may have twenty connections, and no more', async () => {
    const cookie = await server().signIn('Many');
    const tries = await Promise.allSettled(upTo(30).map(() => connect({ cookie })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    await expect(connect({ cookie: await server().signIn('Other') })).resolves.toBeDefined();
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
    const client = await connect({ cookie: await server().signIn('Ann') });
    expect(await client.submit(claim('a'))).toEqual({ ok: false, rejection: { code: 'not_joined' } });
  });

  test('[SK4] a private one does not exist for non-participants, signed in or not', async () => {
    const { debateId, cookie } = await makeOwnDebate('private');
    const notFound = { ok: false, rejection: { code: 'debate_not_found' } };
    const stranger = await server().signIn('Stranger');
    for (const client of [await connect(), await connect({ cookie: stranger })]) {
      expect(await client.open(debateId)).toEqual(notFound);
      expect(await client.open('d_never')).toEqual(notFound);
      expect((await client.submit(claim('x'))).ok).toBe(false);
    }
    const person = await parley().auth.currentPerson(new Headers({ cookie: stranger }));
    expect(await parley().debates.read(debateId, person)).toEqual(notFound);
    expect((await parley().debateLists.list(person)).map(({ id }) => id)).not.toContain(debateId);
    expect(await (await connect({ cookie })).open(debateId)).toMatchObject({ ok: true });
  });

  test('[SK4] an unlisted one is open to people with its address, and in no list', async () => {
    const debateId = await makeDebate('unlisted');
    expect(await (await connect()).open(debateId)).toMatchObject({ ok: true });
    expect((await parley().debateLists.list(null)).map(({ id }) => id)).not.toContain(debateId);
  });

  test('[SK5] a client of another protocol version gets an error', async () => {
    const client = await connect();
    const message = { debateId: await makeDebate(), clientId: 'tab_old00', after: 0, at: 0, unanswered: [] };
    const answer = await client.socket.emitWithAck('open', { ...message, protocol: PROTOCOL_VERSION + 1 });
    expect(answer).toEqual({ ok: false, rejection: { code: 'protocol_mismatch' } });
  });

  test('[SK4] no more is looked up for a private debate than for one that never was', async () => {
    const { debateId } = await makeOwnDebate('private');
    const cookie = await server().signIn('Eve');
    const eve = await parley().auth.currentPerson(new Headers({ cookie }));
    const entering = vi.spyOn(Rooms.prototype, 'enter');
    const answer = { ok: false, rejection: { code: 'debate_not_found' } };
    for (const id of [debateId, 'd_neverwas']) {
      for (const options of [{}, { cookie }]) expect(await (await connect(options)).open(id)).toEqual(answer);
      for (const person of [null, eve]) expect(await parley().debates.read(id, person)).toEqual(answer);
    }
    // Debates of other tests are still looked through for notifications.
    const entered = entering.mock.calls.map(([id]) => id);
    expect(entered.filter((id) => id === debateId || id === 'd_neverwas')).toEqual([]);
    entering.mockRestore();
  });

  test('[SK6] of several openings at once the last one stands, and the others are refused', async () => {
    const [one, two] = [await makeDebate(), await makeDebate()];
    const client = await connect({ cookie: await server().signIn('Ann') });
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
      const client = await connect({ cookie: await server().signIn('Ann') });
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

/** A connection of a reader nobody knows, as far as limits look at it. */
function reader(n: number): LiveSocket {
  return { id: `reader${n}`, data: { person: null, address: 'hall' } } as unknown as LiveSocket;
}

describe('opening again and again', () => {
  /** A limiter for which time stands still. */
  const stopped = () => new Limiter(ALLOWANCES, () => 0);
  const { burst, perSecond } = ALLOWANCES.openings.address;

  test('[SK22] from one address is held up however many connections there are', () => {
    const limits = new OpenLimits(stopped());
    const opened = upTo(1_000).flatMap((n) => upTo(20).filter(() => limits.mayOpen(reader(n))));
    expect(opened).toHaveLength(burst);
  });

  test('[SK22] opening a missing debate is charged to the person, and not to their address', () => {
    const limiter = stopped();
    const limits = new OpenLimits(limiter);
    const missed = { ok: false, rejection: { code: 'debate_not_found' } } as const;
    const own = ALLOWANCES.events.connection.burst;
    const opened = upTo(100).map((n) => {
      const tries = upTo(1_000).filter(() => limits.mayOpen(reader(n)) && limits.settle(reader(n), missed));
      return tries.length;
    });
    expect(Math.max(...opened)).toBeLessThanOrEqual(own / 4);
    expect(limiter.take('openings', { address: 'hall' }, burst)).toBe(true);
    expect(limiter.take('events', { connection: 'reader101' }, own)).toBe(true);
  });

  test('[SK22] 1,200 people behind one address all join within 20 seconds, and come back at once', () => {
    const back = new TokenBucket({ burst, perSecond }, 0);
    expect(upTo(1_200).filter(() => back.take(1 + 0.5, 0))).toHaveLength(1_200);
    // All of a debate of ten thousand claims is 300 KB.
    const join = new TokenBucket({ burst, perSecond }, 0);
    const waiting = upTo(1_200).filter((n) => !join.take(1 + 300 / 64, (n * 20_000) / 1_200));
    expect(waiting).toEqual([]);
  });

  test.each([
    ['203.0.113.7', undefined, 0, '203.0.113.7'],
    ['::ffff:203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
    ['10.0.0.2', '198.51.100.1, 203.0.113.9', 0, '10.0.0.2'],
    ['10.0.0.2', '198.51.100.1, 203.0.113.9', 1, '203.0.113.9'],
    ['10.0.0.2', '192.0.2.1, 198.51.100.1, 203.0.113.9', 2, '198.51.100.1'],
    ['10.0.0.2', '203.0.113.9', 2, '10.0.0.2'],
    ['127.0.0.1', 'nonsense', 1, '127.0.0.1'],
    ['127.0.0.1', undefined, 1, '127.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2'],
    ['2001:db8::6', undefined, 0, '2001:db8:0:0'],
    ['fd00::1', '2001:db8:1:2::9', 1, '2001:db8:1:2'],
  ])(
    '[SK22] [AU20] %s forwarded for %s, with %i proxies, counts as %s',
    (peer, forwardedFor, proxies, address) => {
      expect(senderAddress(peer, forwardedFor, proxies)).toBe(address);
    },
  );

  test('[SK8] a snapshot that others got before serves with what was written since, own votes included', async () => {
    const debateId = await makeDebate();
    const ann = await join(debateId, 'Ann');
    await ann.submit(claim('a'));
    await ann.submit(vote('a', 'agree'));
    await (await connect()).open(debateId);
    await ann.submit(claim('b'));
    await ann.submit(vote('b', 'pass'));
    await ann.submit(vote('a', 'disagree'));
    const again = await connect({ cookie: ann.cookie });
    const welcome = await again.open(debateId);
    expect(welcome.ok && welcome.state.frame.entries.length).toBeGreaterThan(0);
    await ann.seen(again.snapshot().seq);
    expect(again.snapshot()).toEqual(ann.snapshot());
  });

  test('[PJ7] a returning client gets entries despite hidden ones, and a snapshot if some were only theirs', async () => {
    const { debateId, cookie } = await makeOwnDebate('public');
    const owner = await connect({ cookie });
    await owner.open(debateId);
    const [ann, ben, sam] = [
      await join(debateId, 'Ann'),
      await join(debateId, 'Ben'),
      await join(debateId, 'Sam'),
    ];
    const did = async (client: LiveClient, operation: Operation) =>
      expect(await client.submit(operation)).toMatchObject({ ok: true });
    const begun = await owner.submit(claim('a'));
    await ann.seen(begun.ok ? begun.seq : 0);
    const [known, at] = [ann.snapshot().seq, ann.timeOf(ann.snapshot().seq)];
    const mute = { type: 'participant.mute', participantId: sam.id, muted: true, reason: 'other' } as const;
    await did(ben, report('r_one', 'c_a'));
    await did(owner, claim('b'));
    await did(owner, mute);
    await did(owner, hide('c_b'));
    await did(owner, { type: 'claim.edit', claimId: 'c_b', base: 1, change: [[0, 'So: '], 7] });
    await did(owner, claim('c'));
    const openingOf = async (who: string | undefined) => {
      const client = await connect({ cookie: who });
      const welcome = await client.open(debateId, known, [], at);
      return welcome.ok && ([welcome.state.kind, welcome.state.frame.to - known] as const);
    };
    // For all a claim, that it is hidden, and another one.
    for (const who of [ann.cookie, undefined]) expect(await openingOf(who)).toEqual(['entries', 3]);
    expect(await openingOf(cookie)).toEqual(['entries', 3]);
    for (const who of [ben.cookie, sam.cookie]) expect(await openingOf(who)).toEqual(['snapshot', 3]);
    const again = await connect({ cookie: ben.cookie });
    await again.open(debateId);
    await did(ann, claim('d'));
    await again.seen(ann.snapshot().seq);
    await ben.seen(again.snapshot().seq);
    expect(again.snapshot()).toEqual(ben.snapshot());
  });
});
