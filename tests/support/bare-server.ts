import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { channel, type LiveServer, type LiveSocket } from '../../server/realtime/connection.ts';
import { createLiveServer } from '../../server/realtime/live-server.ts';
import { bytesWaiting } from '../../server/realtime/outgoing-budget.ts';
import { connectLive, type LiveClient } from './live-client.ts';
import { tcpOf } from './tcp-of.ts';

/** A live server with nothing behind it, that puts each connection in the room of the debate `d`. */
export interface BareServer {
  readonly io: LiveServer;
  connect(): Promise<LiveClient>;
  /** The server's end of a client's connection. */
  socketOf(client: LiveClient): LiveSocket;
  /** The client reads nothing more, and over a megabyte waits for it; what is returned lets it read again. */
  deafen(client: LiveClient): Promise<() => void>;
}

/** Starts one for the test that runs; it ends with it. */
export async function startBareServer(): Promise<BareServer> {
  const http = createServer();
  const io = createLiveServer(
    http,
    { appUrl: null, development: false, sharedFrames: true },
    async () => true,
  );
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => io.close());
  io.on('connection', (socket) => void socket.join(channel.debate('d')));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const socketOf = ({ socket }: LiveClient) => io.of('/').sockets.get(socket.id ?? '') ?? expect.fail('gone');
  return {
    io,
    socketOf,
    connect: async () => {
      const client = await connectLive(origin);
      onTestFinished(() => client.close());
      return client;
    },
    deafen: async (client) => {
      const [stream, socket] = [tcpOf(client), socketOf(client)];
      stream.pause();
      // So much only waits when what the streams between hold is full: nothing of it goes on before the client reads.
      while (bytesWaiting(socket) <= 1024 * 1024) {
        socket.emit('people', [{ id: 'x', name: 'x'.repeat(100_000) }]);
        await new Promise((resolve) => setImmediate(resolve));
      }
      return () => stream.resume();
    },
  };
}
