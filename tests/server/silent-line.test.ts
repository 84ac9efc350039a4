import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Server, type Socket as ServerSocket } from 'socket.io';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { socketTransport } from '../../app/_board/core/transport/socket-transport.ts';
import {
  type Transport,
  type TransportListener,
  UnreadableAnswer,
} from '../../app/_board/core/transport/transport.ts';
import { LIVE_PATH } from '../../domain/protocol/events.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Milliseconds in which an answer has to come here. */
const PATIENCE = 3_000;
const WITHIN = { timeout: 30_000 };

let server: TestServer;
let line: Line;

beforeAll(async () => {
  server = await startTestServer();
  line = await startLine(Number(new URL(server.origin).port));
});

afterAll(async () => {
  await line?.stop();
  await server?.stop();
});

let leave = () => {};
/** Ends a board's connection, but not its server. */
let leaveOnly = () => {};
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
});

/** A board's transport over the line, and how often it has connected, and heard that it no longer is. */
async function connected(): Promise<{
  transport: Transport;
  connections: () => number;
  disconnections: () => number;
}> {
  const transport = socketTransport(line.origin, { origin: line.origin }, PATIENCE);
  let connections = 0;
  let disconnections = 0;
  const listener = {
    connected() {
      connections += 1;
    },
    disconnected() {
      disconnections += 1;
    },
  };
  leave = transport.connect(listener as TransportListener);
  await vi.waitFor(() => expect(connections).toBe(1), WITHIN);
  return { transport, connections: () => connections, disconnections: () => disconnections };
}

test('a board that ends its connection, because its person has signed in, knows that it has none', async () => {
  const { disconnections } = await connected();
  leave();
  expect(disconnections()).toBe(1);
});

test('a request that nothing answers on a silent line makes a new connection', async () => {
  const { transport, connections } = await connected();
  line.silence();
  await expect(transport.askClock()).rejects.toThrow();
  await vi.waitFor(() => expect(connections()).toBe(2), WITHIN);
  expect(await transport.askClock()).toBeGreaterThan(0);
});

test('a page that is shown again notices that its network has gone', async () => {
  const document = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
  vi.stubGlobal('window', Object.assign(new EventTarget(), { document }));
  const { connections } = await connected();
  line.silence();
  document.visibilityState = 'visible';
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(connections()).toBe(2), WITHIN);
});

test('a server that answers too late, but is heard, keeps the connection', async () => {
  const answers: (() => void)[] = [];
  let letIn: (() => void) | undefined;
  const { transport, connections } = await connectedTo((socket) => {
    socket.on('open', (_message, answer) => {
      letIn = () => answer({ ok: false, rejection: { code: 'debate_not_found' } });
    });
    socket.on('clock', (_message, answer) => {
      answers.push(() => answer({ ok: true, now: 1 }));
      socket.emit('presence', {});
    });
  });
  const opening = transport.open({} as never);
  await expect(transport.askClock()).rejects.toThrow();
  // It may be a whole debate.
  letIn?.();
  expect(await opening).toMatchObject({ ok: false });
  const asked = expect(transport.askClock()).resolves.toBe(1);
  await vi.waitFor(() => expect(answers).toHaveLength(2), WITHIN);
  for (const answer of answers) answer();
  await asked;
  expect(connections()).toBe(1);
});

test('a server that waits for its database keeps the connection: it answers what needs none', async () => {
  let asked = 0;
  const { transport, connections } = await connectedTo((socket) => {
    socket.on('clock', (_message, answer) => {
      asked += 1;
      answer({ ok: true, now: asked });
    });
  });
  await expect(transport.submit({} as never)).rejects.toThrow();
  await vi.waitFor(() => expect(asked).toBe(1), WITHIN);
  expect(await transport.askClock()).toBe(2);
  expect(connections()).toBe(1);
});

test('[SY12] an operation made after the machine has slept is not sent on the next connection before the debate is open there', async () => {
  const received: string[] = [];
  const { transport, connections } = await connectedTo((socket) => {
    socket.onAny((event: string) => received.push(event));
    socket.on('submit', (_message, answer) => answer({ ok: false, rejection: { code: 'not_joined' } }));
    socket.on('clock', (_message, answer) => answer({ ok: true, now: 1 }));
  });
  const waking = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
  const outcome = transport.submit({} as never).catch(() => 'unknown');
  waking.mockRestore();
  await vi.waitFor(() => expect(connections()).toBe(2), WITHIN);
  await transport.askClock();
  expect(received).toEqual(['clock']);
  expect(await outcome).toBe('unknown');
});

test('a board that ends after the server has ended its connection makes no other', async () => {
  const { connections } = await connectedTo((socket) => {
    socket.disconnect();
  });
  // Another one would come in two seconds at most.
  await new Promise((resolve) => setTimeout(resolve, 100));
  leaveOnly();
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(connections()).toBe(1);
});

test('a debate that cannot be unpacked is an error of the page, not a lost answer', async () => {
  const { transport } = await connectedTo((socket) => {
    socket.on('open', (_message, answer) => answer({ ok: true, state: { kind: 'packed', packed: 'bm8=' } }));
  });
  const error = await transport.open({} as never).catch((why: unknown) => why);
  expect(error).toBeInstanceOf(UnreadableAnswer);
  expect(error).toHaveProperty('cause', expect.any(Error));
});

/** A transport that is connected to a server with the answers of `serve`, and how often it has connected there. */
async function connectedTo(
  serve: (socket: ServerSocket) => void,
): Promise<{ transport: Transport; connections: () => number }> {
  const http = createHttpServer();
  const slow = new Server(http, { path: LIVE_PATH });
  let connections = 0;
  slow.on('connection', (socket) => {
    connections += 1;
    serve(socket);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const transport = socketTransport(`http://127.0.0.1:${port}`, {}, PATIENCE);
  await new Promise<void>((resolve) => {
    const ends = transport.connect({ connected: resolve, disconnected() {}, presence() {} } as never);
    leaveOnly = ends;
    leave = () => {
      ends();
      void slow.close();
    };
  });
  return { transport, connections: () => connections };
}

/** A line to the server. */
interface Line {
  readonly origin: string;
  /** Drops all that is sent over the connections there are, in both directions; they stay open. */
  silence(): void;
  stop(): Promise<void>;
}

async function startLine(port: number): Promise<Line> {
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const behind = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [client, behind],
      [behind, client],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => sockets.delete(from));
    }
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    origin: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    silence() {
      for (const socket of sockets) socket.unpipe().resume();
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
