import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { ProjectedEntry } from '../../domain/debate/engine/entries.ts';
import type { Frame } from '../../domain/protocol/server-messages.ts';
import { AudienceFrame } from '../../server/realtime/audience-frame.ts';
import type { LiveSocket } from '../../server/realtime/connection.ts';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
afterAll(() => io.close());

/** A real connection: the server's socket, and the texts that its client hears. */
async function connection(): Promise<{ socket: LiveSocket; heard: string[] }> {
  if (!http.listening) await once(http.listen(0, '127.0.0.1'), 'listening');
  const { port } = http.address() as AddressInfo;
  const client = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
  const heard: string[] = [];
  client.on('message', (data) => {
    const text = data.toString();
    if (text.startsWith('0')) client.send('40');
    if (text.startsWith('42')) heard.push(text);
  });
  const [socket] = (await once(io, 'connection')) as [LiveSocket];
  return { socket, heard };
}

const entry = (seq: number, text: string) =>
  ({ seq, at: 1_000 + seq, actor: 'm_a', author: 'm_a', effect: { type: 'text.typed', text } }) as unknown;
const frame = { after: 4, to: 6, at: 1_006, entries: [entry(5, 'a'), entry(6, '“]}”')] } as Frame;
const own = [entry(6, 'mine ]}')] as ProjectedEntry[];
const people = [{ id: 'm_a', name: 'Ann' }];

test.each([
  ['names and a frame', people, frame, []],
  ['a frame', [], frame, []],
  ['a frame with what is one’s own', people, frame, own],
  [
    'a long frame with what is one’s own',
    [],
    { ...frame, entries: [entry(5, 'x'.repeat(70_000))] } as Frame,
    own,
  ],
  ['names alone', people, null, []],
])('an idle connection hears the same bytes as by emit: %s', async (_, names, message, ofOneself) => {
  const { socket, heard } = await connection();
  new AudienceFrame(names, message, false).sendTo(socket, ofOneself);
  const events = Number(names.length > 0) + Number(message !== null);
  await expect.poll(() => heard.length).toBe(events);
  const shared = new AudienceFrame(names, message, true);
  // A person's own entries are in nobody else's frame, in any order of sending.
  shared.sendTo(socket, ofOneself);
  shared.sendTo(socket);
  shared.sendTo(socket, ofOneself);
  await expect.poll(() => heard.length).toBe(4 * events);
  const emitted = heard.slice(0, events);
  expect(heard.slice(events, 2 * events)).toEqual(emitted);
  expect(heard.slice(3 * events)).toEqual(emitted);
  const plain = [...(names.length > 0 ? [['people', names]] : []), ...(message ? [['frame', message]] : [])];
  expect(heard.slice(2 * events, 3 * events).map((text) => JSON.parse(text.slice(2)))).toEqual(plain);
});

test('nothing is sent if there is nothing to send', async () => {
  const { socket, heard } = await connection();
  new AudienceFrame([], null, true).sendTo(socket);
  new AudienceFrame(people, null, true).sendTo(socket);
  await expect.poll(() => heard.length).toBe(1);
});
