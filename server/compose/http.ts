import { createServer, type Server } from 'node:http';
import { type Socket, Server as TcpServer } from 'node:net';
import { DatabaseWatch } from '../database/database-watch.ts';
import { answerRequests } from '../http/answer-requests.ts';
import { boundSockets, httpTimes } from '../http/bound-sockets.ts';
import type { Pages } from '../http/next-pages.ts';
import { OpenAnswers } from '../http/open-answers.ts';
import { RequestLimits } from '../http/requests/request-limits.ts';
import type { Limiter } from '../limits/limiter.ts';
import type { LiveServer } from '../realtime/connection.ts';
import { within } from '../timing/within.ts';
import type { Base } from './base.ts';
import type { Realtime } from './realtime.ts';
import type { Services } from './services.ts';
import type { Storage } from './storage.ts';

/** Milliseconds connections have to close voluntarily. */
export const CLOSE_DEADLINE = 1_000;

/** The HTTP server, and its open connections. */
export interface Http {
  readonly server: Server;
  /** All current connections, including upgraded ones that the server no longer tracks. */
  readonly connections: ReadonlySet<Socket>;
  readonly answers: OpenAnswers;
}

/** Makes the server; it listens later. */
export function openHttp({ env }: Base): Http {
  const server = createServer(httpTimes(env.proxies));
  boundSockets(server, env.proxies);
  const connections = new Set<Socket>();
  server.on('connection', (connection: Socket) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  return { server, connections, answers: new OpenAnswers(server) };
}

interface PagesParts {
  readonly http: Http;
  readonly pages: Pages;
  readonly limiter: Limiter;
  readonly storage: Storage;
  readonly realtime: Realtime;
  readonly services: Services;
  readonly isStopping: () => boolean;
}

/** Answers requests, and says to proxies whether it can. */
export function servePages(
  { env, database, meters, metrics, https, failed }: Base,
  { http, pages, limiter, storage: { newerDebates }, realtime, services, isStopping }: PagesParts,
): void {
  const databaseWatch = new DatabaseWatch(database);
  answerRequests(http.server, {
    https,
    proxies: env.proxies,
    development: env.development,
    embedOrigins: env.embedOrigins,
    pagesAtOnce: database.kind === 'pglite' ? 1 : 2,
    readiness: async () => {
      if (isStopping()) return 'the server is stopping';
      if (newerDebates.reason) return newerDebates.reason;
      return (await databaseWatch.answers()) ? null : 'the database does not answer';
    },
    redisIsAway: () => realtime.nodes.redis === 'away',
    metrics:
      metrics && env.metricsToken
        ? { token: env.metricsToken, contentType: metrics.contentType, text: () => metrics.text() }
        : null,
    requested: (status, milliseconds) => meters.requested(status, milliseconds),
    pages,
    versionOf: (debateId) => services.debates.versionForReaders(debateId),
    limits: new RequestLimits(limiter, realtime.senders, env.proxies),
    failed: failed('a request failed'),
  });
}

/**
 * Takes no more connections, waits for open answers as long as `inTime` does, and closes every connection; those that don't close
 * voluntarily (a client that doesn't answer) are destroyed.
 */
export async function closeHttp(
  { server, connections, answers }: Http,
  io: LiveServer,
  inTime: (work: Promise<unknown>) => Promise<boolean>,
): Promise<void> {
  // Not `server.close`: it also destroys connections whose answer is complete, but still on its way to a slow reader.
  TcpServer.prototype.close.call(server);
  await inTime(answers.finish());
  const closed = io.close();
  server.closeAllConnections();
  await within(CLOSE_DEADLINE, closed);
  for (const connection of connections) connection.destroy();
  await within(CLOSE_DEADLINE, closed);
}
