import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { io as connect } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { DebateRoom } from '../../server/log/debate-room.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import { toSubmission } from '../../server/log/submission.ts';
import { channel, type LiveServer } from '../../server/realtime/connection.ts';
import { endConnectionsOf } from '../../server/realtime/end-connections.ts';
import { type Heads, NODE_MESSAGES } from '../../server/realtime/relay/node-events.ts';
import { joinNodes, type Nodes } from '../../server/realtime/relay/nodes.ts';
import { openRedis } from '../../server/realtime/relay/redis-link.ts';
import { openTraces } from '../../server/tracing/open-telemetry.ts';
import { NO_TRACES, type Span, type Traces } from '../../server/tracing/traces.ts';
import { addClaim, type LogNode, makeDebate, startLogNode, submitAs, upTo } from '../support/log-node.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { spansIn } from '../support/spans.ts';
import { startWebhookSink } from '../support/webhook-sink.ts';

let redis: TestRedis;
let stops: (() => Promise<void> | void)[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  for (const stop of stops) await stop();
  stops = [];
});
afterAll(() => redis.stop());

/** A node that looks into no database by itself: what it learns, it hears. */
function startNode(
  log: MemoryLog,
  installation = 'one',
  traces = NO_TRACES,
): LogNode & { nodes: Nodes; io: LiveServer } {
  const node = startLogNode(log, Date.now, (room) => nodes.opened(room));
  const io: LiveServer = new Server(createServer());
  const nodes = joinNodes({
    redisUrl: redis.url,
    installation,
    io,
    rooms: node.rooms,
    traces,
    boards: () => new Map(),
    changed: () => undefined,
    failed: (error) => void node.failures.push(error),
  });
  stops.push(async () => {
    nodes.leave();
    await io.close();
    nodes.close();
  });
  return { ...node, nodes, io };
}

/** A log with a debate, and someone who writes in it through a node, one claim at a time. */
async function makeWriter() {
  const log = new MemoryLog();
  await makeDebate(log, 'd_one', ['m_ann']);
  let written = 0;
  const writeThrough = async (node: LogNode) => {
    written += 1;
    const answer = await submitAs(await node.room('d_one'), 'm_ann', written, addClaim(`a${written}`));
    expect(answer.ok).toBe(true);
  };
  return { log, writeThrough };
}

test('[ND3] entries of one node are read by the others when they are notified', async () => {
  const { log, writeThrough } = await makeWriter();
  const [writer, reader] = [startNode(log), startNode(log)];
  const [from, to] = [await writer.room('d_one'), await reader.room('d_one')];
  // Written again and again: at first nobody may be listening yet.
  const heard = async () => {
    await writeThrough(writer);
    return to.state.seq;
  };
  const before = to.state.seq;
  await expect.poll(heard).toBeGreaterThan(before);
  await expect.poll(() => to.state.seq).toBe(from.state.seq);
  expect(reader.failures).toEqual([]);
});

test('[ND3] installations on one Redis do not hear each other', async () => {
  const { log, writeThrough } = await makeWriter();
  const [writer, same, other] = [startNode(log), startNode(log), startNode(log, 'two')];
  const [ours, theirs] = [await same.room('d_one'), await other.room('d_one')];
  const [before, listening] = [theirs.state.seq, () => other.nodes.redis];
  await expect.poll(listening).toBe('there');
  const heard = async () => {
    await writeThrough(writer);
    return ours.state.seq;
  };
  await expect.poll(heard).toBeGreaterThan(before + 5);
  expect(theirs.state.seq).toBe(before);
});

test('[ND3] messages between nodes contain no user text', async () => {
  const { log, writeThrough } = await makeWriter();
  const overheard = await redis.overhear();
  stops.push(() => overheard.stop());
  const writer = startNode(log);
  const heard = async () => {
    await writeThrough(writer);
    return overheard.commands.filter((command) => command.includes('heads')).length;
  };
  await expect.poll(heard).toBeGreaterThan(3);
  expect(overheard.commands.filter((command) => command.includes('Claim '))).toEqual([]);
});

test('[ND3] a message of another form is left aside', async () => {
  const { log, writeThrough } = await makeWriter();
  const [writer, reader] = [startNode(log), startNode(log)];
  const to = await reader.room('d_one');
  const before = to.state.seq;
  const heard = async () => {
    for (const nonsense of [[], ['heads'], [[['d_one', -1]]], [{}, null], [[['d_one', '9'.repeat(9_999)]]]]) {
      for (const event of ['heads', 'presence', 'alive', 'left', 'whoIsThere', 'other']) {
        Reflect.apply(writer.io.serverSideEmit, writer.io, [event, ...nonsense]);
      }
    }
    await writeThrough(writer);
    return to.state.seq;
  };
  await expect.poll(heard).toBeGreaterThan(before);
  expect(reader.failures).toEqual([]);
});

test('[ND3] connections of all nodes are spoken to in one place only: elsewhere it would be said twice', () => {
  const server = join(import.meta.dirname, '../../server');
  const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  const speaking = files.filter((path) =>
    /\bio\.(emit|to|in|except|volatile|send|disconnectSockets|sockets\w+|fetchSockets)\b/.test(
      readFileSync(join(server, path), 'utf8'),
    ),
  );
  expect(speaking).toEqual(['realtime/end-connections.ts']);
});

test('[ND7] signing out through one node disconnects that person from the others, and nobody else', async () => {
  const log = new MemoryLog();
  const [here, there] = [startNode(log), startNode(log)];
  const http = createServer();
  there.io.attach(http);
  there.io.on('connection', (socket) => socket.join(channel.person(String(socket.handshake.query.person))));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const come = async (person: string) => {
    const socket = connect(`http://127.0.0.1:${port}`, {
      query: { person },
      forceNew: true,
      reconnection: false,
    });
    stops.unshift(() => void socket.close());
    await new Promise<void>((resolve) => void socket.on('connect', () => resolve()));
    return socket;
  };
  const [ann, ben] = [await come('u_ann'), await come('u_ben')];
  const closings: unknown[] = [];
  ann.on('closing', (closing) => void closings.push(closing));
  await expect.poll(() => here.nodes.redis).toBe('there');
  const signedOut = () => {
    endConnectionsOf(here.io, { personId: 'u_ann' });
    return ann.connected;
  };
  await expect.poll(signedOut).toBe(false);
  expect(closings[0]).toEqual({ reason: 'access_changed' });
  expect(ben.connected).toBe(true);
});

test('[ND4] to a Redis that is deaf only so much is under way, and nothing waits for it', async () => {
  const link = openRedis(redis.url, () => undefined);
  stops.push(() => link.close());
  await expect.poll(() => link.isThere).toBe(true);
  redis.freeze();
  let [kept, dropped] = [0, 0];
  for (const _ of upTo(3_000)) {
    link.client.xadd(['parley:test', '*', 'nsp', '']).then(
      () => {
        kept += 1;
      },
      () => {
        dropped += 1;
      },
    );
  }
  await expect.poll(() => dropped).toBe(2_000);
  expect(kept).toBe(0);
  // A connection that stays silent is given up, and what was on it with it.
  await expect.poll(() => link.isThere).toBe(false);
  await expect.poll(() => dropped).toBe(3_000);
  redis.thaw();
  await expect.poll(() => link.isThere).toBe(true);
});

test('[ND4] while Redis is away nothing is kept for it, and no promise is broken that nobody waits for', async () => {
  const link = openRedis('redis://127.0.0.1:1', () => undefined);
  stops.push(() => link.close());
  await expect(link.client.publish('parley:test', Buffer.from('hint'))).resolves.toBe(0);
  await expect(link.client.xadd(['parley:test', '*', 'nsp', ''])).rejects.toThrow();
  const listener = link.client.duplicate();
  const subscribed = listener.subscribe(['parley:test']);
  listener.disconnect();
  await expect(subscribed).resolves.toBe(0);
});

/** A trace that a browser began. */
const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

/** Submits an operation whose trace a browser began; its span. */
async function submitTraced(room: DebateRoom, traces: Traces): Promise<Span> {
  const span = traces.begin('operation', TRACEPARENT) ?? expect.fail('not traced');
  const submission = toSubmission('m_ann', 'tab_traced', 1, addClaim('traced'));
  expect(await room.submit({ ...submission, span })).toMatchObject({ ok: true });
  return span;
}

test('[OP23] another node goes on with the trace of an operation that it is hinted at', async () => {
  const sink = await startWebhookSink();
  const traces = openTraces(new URL(sink.url).origin);
  stops.push(() => sink.stop());
  const { log, writeThrough } = await makeWriter();
  const [one, two] = [startNode(log, 'traced', traces), startNode(log, 'traced', traces)];
  const [here, there] = [await one.room('d_one'), await two.room('d_one')];
  // Hinted at only once: the other node must be listening already.
  const before = there.state.seq;
  const heard = async () => {
    await writeThrough(one);
    return there.state.seq;
  };
  await expect.poll(heard).toBeGreaterThan(before);
  const span = await submitTraced(here, traces);
  await expect.poll(() => there.state.claims.has('c_traced')).toBe(true);
  await traces.stop();
  const relayed = spansIn(sink.received).find(({ name }) => name === 'relay');
  expect(relayed).toMatchObject({ traceId: '0af7651916cd43dd8448eb211c80319c' });
  expect(relayed?.parentSpanId).toBe(span.traceparent.split('-')[2]);
});

test('[ND3] a node of a release without traces is hinted at traced operations as at any (I11)', async () => {
  const sink = await startWebhookSink();
  const traces = openTraces(new URL(sink.url).origin);
  stops.push(() => sink.stop());
  const { log, writeThrough } = await makeWriter();
  const [one, two] = [startNode(log, 'mixed', traces), startNode(log, 'mixed', traces)];
  const hints: Heads[number][] = [];
  two.io.on('heads', (heads) => void hints.push(...heads));
  // Hinted at only once: the other node must be listening already.
  const heard = async () => {
    await writeThrough(one);
    return hints.length;
  };
  await expect.poll(heard).toBeGreaterThan(0);
  const room = await one.room('d_one');
  await submitTraced(room, traces);
  await expect.poll(() => hints).toContainEqual(['d_one', room.state.seq]);
  await traces.stop();
});

/** How messages are written in release 0.1.0: during an update, its nodes and those of the next hear each other. */
const IN_0_1_0 = {
  heads: '491616115718',
  tracedHeads: '1ac8a0ff30eb',
  presence: 'c6446aa41183',
  // Also in the texts of a conclusion.
  carets: 'baa3e5a05229',
  pointers: '9214a0584704',
  whoIsThere: 'b6be76e55d3a',
  alive: 'c06eb5187356',
  left: '664f41a4156c',
};

test('[ND3] messages between nodes are as the nodes of the release before know them (I11)', () => {
  const known = Object.keys(IN_0_1_0) as (keyof typeof NODE_MESSAGES)[];
  const fingerprints = known.map((event) => {
    const schema = JSON.stringify(z.toJSONSchema(NODE_MESSAGES[event], { io: 'input' }));
    return [event, createHash('sha256').update(schema).digest('hex').slice(0, 12)];
  });
  expect(Object.fromEntries(fingerprints)).toEqual(IN_0_1_0);
});
