import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { KnownSenders } from '../../server/auth/known-senders.ts';
import { RequestLimits } from '../../server/http/requests/request-limits.ts';
import { ALLOWANCES } from '../../server/limits/allowances.ts';
import { Limiter } from '../../server/limits/limiter.ts';
import { ConnectionSlots } from '../../server/realtime/connection-slots.ts';
import { Handshakes } from '../../server/realtime/handshakes.ts';
import { createLiveServer } from '../../server/realtime/live-server.ts';
import { upTo } from '../support/log-node.ts';
import { connectRaw, type RawSocket } from '../support/raw-socket.ts';

const CAPS = { all: 6, allNameless: 4, address: 5, addressNameless: 3 };

describe('[SK25] the places of connections', () => {
  const take = (slots: ConnectionSlots, person: string | null, address: string, count: number) =>
    upTo(count).flatMap(() => slots.take({ person, address }) ?? []);

  test('an address has its share of them, and all readers have fewer than there are', () => {
    const slots = new ConnectionSlots(CAPS);
    expect(take(slots, null, 'a', 10)).toHaveLength(3);
    expect(take(slots, null, 'b', 1)).toHaveLength(1);
    expect(take(slots, 'ann', 'c', 10)).toHaveLength(5);
  });

  test('readers who were first at the address with the most readers give way to people', () => {
    const slots = new ConnectionSlots(CAPS);
    const ended: string[] = [];
    for (const [address, count] of [
      ['a', 3],
      ['b', 1],
    ] as const)
      for (const [at, slot] of take(slots, null, address, count).entries())
        slot.end = () => ended.push(`${address}${at}`);
    expect(take(slots, 'ann', 'c', 4)).toHaveLength(4);
    expect(ended).toEqual(['a0', 'a1']);
  });

  test('the address with the most gives way to one with fewer, until both have as many', () => {
    const slots = new ConnectionSlots(CAPS);
    const ended: string[] = [];
    for (const [at, slot] of take(slots, 'guest', 'a', 5).entries()) slot.end = () => ended.push(`a${at}`);
    expect(take(slots, 'ben', 'a', 1)).toEqual([]);
    expect(take(slots, 'ben', 'b', 4)).toHaveLength(3);
    expect(ended).toEqual(['a0', 'a1']);
    expect(take(slots, null, 'c', 1)).toHaveLength(1);
    expect(ended).toEqual(['a0', 'a1', 'a2']);
  });

  test('of readers too the address with the most gives way to one with fewer', () => {
    const slots = new ConnectionSlots(CAPS);
    take(slots, null, 'a', 3);
    expect(take(slots, null, 'b', 10)).toHaveLength(2);
  });

  test('a place that is given back is free, once', () => {
    const slots = new ConnectionSlots(CAPS);
    const [first] = take(slots, null, 'a', 3);
    if (!first) return expect.fail('no place');
    slots.release(first);
    slots.release(first);
    expect(take(slots, null, 'a', 3)).toHaveLength(1);
  });
});

describe('[SK25] a server that is full', () => {
  /** A live server with few places. The cookie names who is signed in. */
  async function start(ended = new Set<string>()): Promise<(cookie?: string) => Promise<RawSocket>> {
    const http = createServer();
    const auth = {
      credentialOf: (headers: Headers) => headers.get('cookie'),
      recognise: async (headers: Headers) => {
        const id = headers.get('cookie') ?? '';
        return ended.has(id) ? null : { id };
      },
    };
    const senders = new KnownSenders(auth as unknown as ConstructorParameters<typeof KnownSenders>[0]);
    const handshakes = new Handshakes({ limiter: new Limiter(), senders, proxies: 0 }, CAPS);
    const io = createLiveServer(http, { appUrl: null, development: false, sharedFrames: true }, (handshake) =>
      handshakes.admit(handshake),
    );
    handshakes.watch(io);
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => io.close());
    const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    return async (cookie = '') => {
      const socket = await connectRaw(origin, cookie);
      onTestFinished(() => socket.end());
      return socket;
    };
  }

  test('takes someone who is signed in, in the place of a reader, and what ended makes room', async () => {
    const connect = await start();
    const readers: RawSocket[] = [];
    for (const _ of upTo(4)) readers.push(await connect());
    expect(readers.map(({ isOpen }) => isOpen)).toEqual([true, true, true, false]);
    const people = [await connect('ann=1'), await connect('ann=1')];
    expect(people.map(({ isOpen }) => isOpen)).toEqual([true, true]);
    const late = await connect('ben=1');
    expect(late.isOpen).toBe(true);
    await readers[0]?.closed;
    expect(readers.map(({ isOpen }) => isOpen)).toEqual([false, true, true, false]);
    late.end();
    await expect.poll(async () => (await connect()).isOpen).toBe(true);
  });

  test('gives a sign-in that has ended the place of a reader', async () => {
    const ended = new Set<string>();
    const connect = await start(ended);
    for (const _ of upTo(4)) expect((await connect('guest=1')).isOpen).toBe(true);
    ended.add('guest=1');
    // A person would have had the fifth place of this address.
    for (const _ of upTo(3)) await connect('guest=1');
    const person = await connect('ann=1');
    expect(person.isOpen).toBe(true);
  });
});

describe('[LM4] the sender of a request', () => {
  /** A server's memory of senders, and what was looked up so far. */
  function remember() {
    const asked: string[] = [];
    let now = 0;
    const auth = {
      credentialOf: (headers: Headers) => headers.get('authorization') ?? headers.get('cookie'),
      recognise: async (headers: Headers) => {
        const id = headers.get('authorization') ?? headers.get('cookie') ?? '';
        asked.push(id);
        return id.startsWith('none') ? null : { id };
      },
    };
    const senders = new KnownSenders(
      auth as unknown as ConstructorParameters<typeof KnownSenders>[0],
      () => now,
    );
    const limiter = new Limiter(ALLOWANCES, () => 0);
    const limits = new RequestLimits(limiter, senders, 0);
    const admit = (cookie: string, authorization?: string) => {
      const headers = { cookie, authorization };
      const socket = { remoteAddress: '127.0.0.9' };
      return limits.admit({ method: 'GET', url: '/api/debates', headers, socket } as IncomingMessage);
    };
    return { asked, limiter, admit, wait: (ms: number) => (now += ms) };
  }

  test('is looked up once a minute, and of nobody’s credential once in 10 seconds', async () => {
    const { asked, admit, wait } = remember();
    for (const _ of upTo(5)) expect((await admit('ann')).sender.person).toBe('ann');
    for (const _ of upTo(5)) expect((await admit('none')).sender.person).toBe(null);
    expect(asked).toEqual(['ann', 'none']);
    wait(10_000);
    for (const cookie of ['ann', 'none']) await admit(cookie);
    expect(asked).toEqual(['ann', 'none', 'none']);
    wait(50_000);
    await admit('ann');
    expect(asked).toEqual(['ann', 'none', 'none', 'ann']);
  });

  test('is the person of the cookie beside a token that is nobody’s, however many are made up', async () => {
    const { asked, admit } = remember();
    for (const n of upTo(5)) expect((await admit('ann', `none${n}`)).sender.person).toBe('ann');
    expect(asked.filter((id) => id === 'ann')).toHaveLength(1);
    for (const n of upTo(5_000)) await admit('ann', `none${n}`);
    expect((await admit('ann', 'none')).sender.person).toBe('ann');
  });

  test('is the person of a known token, whatever cookie is beside it', async () => {
    expect((await remember().admit('ann', 'ben')).sender.person).toBe('ben');
  });

  test('is not looked up for an address that has nothing left', async () => {
    const { asked, limiter, admit } = remember();
    while (limiter.take('reads', { address: '127.0.0.9' }));
    expect((await admit('ann')).wait).toBeGreaterThan(0);
    expect(asked).toEqual([]);
  });

  test('is looked up for a limited number of unknown credentials of one address, and known ones stay known', async () => {
    const { asked, admit } = remember();
    await admit('ann');
    for (const n of upTo(5_000)) await admit(`none${n}`);
    expect(asked).toHaveLength(1 + ALLOWANCES.lookUps.address.burst);
    expect((await admit('ann')).sender.person).toBe('ann');
  });
});

describe('[SK26] a lecture hall behind one router', () => {
  test('connects at once, and again at once after a restart', () => {
    const limiter = new Limiter(ALLOWANCES, () => 0);
    const come = () => upTo(1_200).filter(() => limiter.take('handshakes', { address: 'hall' })).length;
    expect([come(), come()]).toEqual([1_200, 1_200]);
  });
});

test('[SK25] a sender is looked up and kept once, whatever spaces stand around the credential', async () => {
  const sent = ['Bearer secret', ' Bearer secret', 'Bearer secret\t  '];
  let lookedUp = 0;
  let credential = '';
  const senders = new KnownSenders({
    credentialOf: () => credential,
    recognise: async () => {
      lookedUp += 1;
      return { id: 'u_ann' };
    },
  } as unknown as ConstructorParameters<typeof KnownSenders>[0]);
  for (credential of sent) expect(senders.known({}) ?? (await senders.lookUp({}))).toBe('u_ann');
  expect(lookedUp).toBe(1);
});
