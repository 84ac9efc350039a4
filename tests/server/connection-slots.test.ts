import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { KnownSenders } from '../../server/auth/known-senders.ts';
import { ALLOWANCES } from '../../server/limits/allowances.ts';
import { Limiter } from '../../server/limits/limiter.ts';
import { ConnectionSlots } from '../../server/sockets/connection-slots.ts';
import { Handshakes } from '../../server/sockets/handshakes.ts';
import { createLiveServer } from '../../server/sockets/live-server.ts';
import { upTo } from '../support/log-node.ts';
import { connectRaw, type RawSocket } from '../support/raw-socket.ts';

const CAPS = { all: 6, allNameless: 4, address: 5, addressNameless: 3 };

describe('[SK25] the places of connections', () => {
  const take = (slots: ConnectionSlots, person: string | null, address: string, count: number) =>
    upTo(count).flatMap(() => slots.take({ person, address }) ?? []);

  test('an address has its share of them, and all readers have fewer than there are', () => {
    const slots = new ConnectionSlots(CAPS);
    expect(take(slots, null, 'a', 10)).toHaveLength(3);
    expect(take(slots, null, 'b', 10)).toHaveLength(1);
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
    expect(take(slots, null, 'd', 1)).toEqual([]);
  });

  test('of people nobody gives way', () => {
    const slots = new ConnectionSlots(CAPS);
    take(slots, 'ann', 'a', 5);
    expect(take(slots, 'ben', 'a', 1)).toEqual([]);
    expect(take(slots, 'ben', 'b', 2)).toHaveLength(1);
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
  async function start(): Promise<(cookie?: string) => Promise<RawSocket>> {
    const http = createServer();
    const auth = {
      credentialOf: (headers: Headers) => headers.get('cookie'),
      recognise: async (headers: Headers) => ({ id: headers.get('cookie') ?? '' }),
    };
    const senders = new KnownSenders(auth as unknown as ConstructorParameters<typeof KnownSenders>[0]);
    const handshakes = new Handshakes({ limiter: new Limiter(), senders, proxies: 0 }, CAPS);
    const io = createLiveServer(http, { appUrl: null, development: false }, (handshake) =>
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

  test('takes somebody who is signed in, in the place of a reader, and what ended makes room', async () => {
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
  const senders = new KnownSenders({
    credentialOf: () => sent.pop() ?? null,
    recognise: async () => {
      lookedUp += 1;
      return { id: 'u_ann' };
    },
  } as unknown as ConstructorParameters<typeof KnownSenders>[0]);
  for (const _ of [...sent]) expect(await senders.personOf({})).toBe('u_ann');
  expect(lookedUp).toBe(1);
});
