import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { PackedText, shareWelcomes } from '../../server/realtime/shared-welcome.ts';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
afterAll(() => io.close());

/** The answer a client hears to its event, with and without shared bytes. */
async function answered(answer: unknown, isShared: boolean, events = 1): Promise<string[]> {
  if (!http.listening) await once(http.listen(0, '127.0.0.1'), 'listening');
  const { port } = http.address() as AddressInfo;
  const client = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
  const heard: string[] = [];
  client.on('message', (data) => {
    const text = data.toString();
    if (text.startsWith('0')) client.send('40');
    if (/^4[23]/.test(text)) heard.push(text);
  });
  const [socket] = await once(io, 'connection');
  if (isShared) shareWelcomes(socket);
  socket.on('open', (_message: unknown, answerWith: (value: unknown) => void) => {
    answerWith(answer);
    socket.emit('frame', 'next');
  });
  for (let id = 0; id < events; id += 1) client.send(`42${id + 7}["open",{}]`);
  await expect.poll(() => heard.length).toBe(2 * events);
  client.close();
  return heard;
}

const welcome = (packed: string) => ({
  ok: true,
  participantId: 'm_ä',
  people: [{ id: 'm_ä', name: 'Zoë “]}” 😀' }],
  present: [{ connection: 'c1', participantId: 'm_ä', at: null, writing: false }],
  state: {
    kind: 'packed',
    packed: new PackedText(packed),
    cursor: { seq: 3, at: 4 },
    votes: [],
    frame: { after: 3, to: 3, at: 4, entries: [] },
    rewound: false,
  },
});

test.each([1, 200, 70_000])(
  'a welcome with shared bytes says the same as one without: %d characters',
  async (length) => {
    const packed = 'a+/='.repeat(length);
    const [plain = '', next] = await answered(welcome(packed), false);
    const [shared = '', nextShared] = await answered(welcome(packed), true);
    expect(shared.slice(0, 3)).toBe('437');
    expect(JSON.parse(shared.slice(3))).toEqual(JSON.parse(plain.slice(3)));
    expect(JSON.parse(shared.slice(3))[0].state.packed).toBe(packed);
    // Frames after the answer stay behind it.
    expect(nextShared).toBe(next);
  },
);

test('people, those present and entries that several are sent are encoded once', async () => {
  let encoded = 0;
  const counted = () => ({
    toJSON() {
      encoded += 1;
      return { id: 'ä' };
    },
  });
  const [people, here, entries] = [[counted()], counted(), [counted()]];
  const own = welcome('a');
  for (const present of [[here], [here, counted()]]) {
    const frame = { ...own.state.frame, entries };
    const [text = ''] = await answered({ ...own, people, present, state: { ...own.state, frame } }, true);
    const sent = JSON.parse(text.slice(3))[0];
    expect(sent.present).toEqual(present.map(() => ({ id: 'ä' })));
    expect([sent.people, sent.state.frame.entries]).toEqual([[{ id: 'ä' }], [{ id: 'ä' }]]);
  }
  expect(encoded).toBe(4);
});

test('several welcomes on one connection keep their numbers and order', async () => {
  const heard = await answered(welcome('x'.repeat(300_000)), true, 3);
  expect(heard.map((text) => text.slice(0, 3))).toEqual(['437', '42[', '438', '42[', '439', '42[']);
});

test('a client that connects again over the same connection is still answered in one pass', () => {
  let calls = 0;
  const encode = () => {
    calls += 1;
    return [];
  };
  const encoder = { encode };
  const socket = { client: { encoder }, conn: {} } as unknown as Parameters<typeof shareWelcomes>[0];
  for (let times = 0; times < 20_000; times += 1) shareWelcomes(socket);
  (Reflect.get(socket.client, 'encoder') as { encode(packet: unknown): void }).encode({ type: 2 });
  expect(calls).toBe(1);
});

test.each([[{ ok: false, rejection: { code: 'busy' } }], [{ ok: true, state: { kind: 'entries' } }], [null]])(
  'other answers are sent as before: %j',
  async (answer) => {
    expect(await answered(answer, true)).toEqual(await answered(answer, false));
  },
);
