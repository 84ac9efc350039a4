import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { LiveServer } from '../../server/realtime/connection.ts';
import { pingTogether } from '../../server/realtime/ping-together.ts';

const INTERVAL = 25_000;
/** Milliseconds between the pings of Socket.IO's own timers here, which pass by themselves. */
const OWN_INTERVAL = 50;

let io: Server;
let origin: string;
/** Ids of the connections that were sent a ping, in order. */
let pinged: string[];
/** Ids of the connections whose answers were read. */
let answers: string[];
/** Why connections were closed, by their ids. */
let closings: Map<string, string>;
let stop: () => void;

beforeEach(() => {
  pinged = [];
  answers = [];
  closings = new Map();
  // These pass when a test says so; the network is real.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});

afterEach(async () => {
  stop();
  vi.useRealTimers();
  await io.close();
});

/** Starts a server; `patience`: milliseconds that a client has for its answer. */
async function start(patience = 60_000): Promise<void> {
  const http = createServer();
  io = new Server(http, { transports: ['websocket'], pingInterval: OWN_INTERVAL, pingTimeout: patience });
  stop = pingTogether(io as unknown as LiveServer, INTERVAL, (error) => expect(error).toBeNull());
  io.engine.on('connection', (connection) => {
    connection.on('heartbeat', () => answers.push(connection.id));
    connection.on('close', (reason: string) => closings.set(connection.id, reason));
    const sendPacket = Reflect.get(connection, 'sendPacket');
    Reflect.set(connection, 'sendPacket', (type: string, ...more: unknown[]) => {
      if (type === 'ping') pinged.push(connection.id);
      sendPacket.call(connection, type, ...more);
    });
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  origin = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

/** A client that answers pings, or doesn't; `id` is what the server calls its connection. */
async function connected(answersPings = true): Promise<{ id: string; client: WebSocket }> {
  const client = new WebSocket(`${origin}/socket.io/?EIO=4&transport=websocket`);
  const [opened] = await once(client, 'message');
  client.on('message', (data) => {
    if (answersPings && String(data) === '2') client.send('3');
  });
  return { id: JSON.parse(String(opened).slice(1)).sid, client };
}

/** Waits for the network alone: `vi.waitFor` would advance the timers. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}

test('connections that open within a second are pinged in the same turn, also after their answers', async () => {
  await start();
  await vi.advanceTimersByTimeAsync(100);
  const first = await connected();
  await vi.advanceTimersByTimeAsync(400);
  const second = await connected();
  await vi.advanceTimersByTimeAsync(INTERVAL);
  expect(pinged).toEqual([]);
  await vi.advanceTimersByTimeAsync(500);
  expect(pinged).toEqual([first.id, second.id]);
  await until(() => answers.length === 2);
  await vi.advanceTimersByTimeAsync(INTERVAL - 1_000);
  expect(pinged).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(pinged.toSorted()).toEqual([first.id, second.id, first.id, second.id].toSorted());
});

test('a connection that answers no ping is closed', async () => {
  await start(200);
  const { id } = await connected(false);
  await vi.advanceTimersByTimeAsync(INTERVAL);
  await until(() => closings.has(id));
  expect(closings.get(id)).toBe('ping timeout');
});

test('a connection that has closed is not pinged', async () => {
  await start();
  const [gone, here] = [await connected(), await connected()];
  gone.client.close();
  await until(() => closings.has(gone.id));
  await vi.advanceTimersByTimeAsync(INTERVAL + 1_000);
  expect(pinged).toEqual([here.id]);
});

test('no connection is pinged by a timer of its own, nor left without one once this has stopped', async () => {
  await start();
  const first = await connected();
  // The first one's timer would have come before the later one's, had it not been stopped.
  stop();
  const later = await connected();
  await until(() => pinged.length > 0);
  expect(pinged).toEqual([later.id]);
  expect(pinged).not.toContain(first.id);
});
