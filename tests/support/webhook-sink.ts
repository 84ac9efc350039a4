import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as a receiver got it. */
export interface ReceivedMessage {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A program that receives webhooks. */
export interface WebhookSink {
  readonly url: string;
  readonly received: readonly ReceivedMessage[];
  /** The status it answers with from now on; null: it takes messages and never answers. */
  answer(status: number | null): void;
  stop(): Promise<void>;
}

/** Starts a receiver on a free port of this machine. */
export async function startWebhookSink(): Promise<WebhookSink> {
  const received: ReceivedMessage[] = [];
  let status: number | null = 204;
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => void pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString();
      received.push({ path: request.url ?? '', headers: request.headers, body });
      if (status === null) return;
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: (other) => {
      status = other;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
