import { once } from 'node:events';
import { Agent, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { connectRaw } from '../support/raw-socket.ts';
import { startTestServer } from '../support/test-server.ts';

test('[OP8] asked to stop, it answers the requests in progress, and ends their connections', async () => {
  const held = heldPages();
  const server = await startTestServer({ pages: held.pages });
  const agent = new Agent({ keepAlive: true });
  const ask = () => once(get(`${server.origin}/icon.svg`, { agent }), 'response');
  const first = ask();
  const unsent = await held.next();
  const second = ask();
  const sent = await held.next();
  // More than a connection takes before its reader reads.
  const long = 'x'.repeat(20_000_000);
  sent.end(long);
  const [slow] = await second;
  const socket = await connectRaw(server.origin);
  const stopped = server.stop();
  await expect.poll(() => takesConnections(server.origin)).toBe(false);
  unsent.end('whole');
  const [answered] = await first;
  expect(await text(answered)).toBe('whole');
  expect(answered.headers.connection).toBe('close');
  expect(await text(slow)).toBe(long);
  await socket.closed;
  await stopped;
  await expect.poll(() => Object.keys(agent.freeSockets)).toEqual([]);
});

/** Pages that the test answers. */
function heldPages() {
  const answers: ServerResponse[] = [];
  let taken = 0;
  return {
    pages: () => ({
      prepare: async () => {},
      handle: async (_request: IncomingMessage, answer: ServerResponse) => {
        answers.push(answer);
        await once(answer, 'close');
      },
      close: async () => {},
    }),
    /** The answer to the next request, once it is there. */
    next: async (): Promise<ServerResponse> => {
      await expect.poll(() => answers.length).toBeGreaterThan(taken);
      return answers[taken++] ?? expect.fail('no request');
    },
  };
}

async function takesConnections(origin: string): Promise<boolean> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  const isTaken = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return isTaken;
}
