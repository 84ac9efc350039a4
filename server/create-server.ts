import { createServer as createHttpServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { Authentication } from './auth/auth.ts';
import { authSecret } from './auth/auth-secret.ts';
import { People } from './auth/people.ts';
import { isSameOrigin } from './auth/same-origin.ts';
import { type Database, openDatabase } from './database/open-database.ts';
import type { Env } from './env.ts';
import { declareParley } from './handle.ts';
import { answeringWith, answerNotFound } from './http/answer-not-found.ts';
import { answerHealth } from './http/health.ts';
import { listenOn } from './http/listen.ts';
import type { Pages } from './http/next-pages.ts';
import { setSecurityHeaders } from './http/security-headers.ts';
import { DatabaseLog } from './log/database-log.ts';
import { GroupCommit } from './log/group-commit.ts';
import { Rooms } from './log/rooms.ts';
import { watchHeads } from './log/watch-heads.ts';
import type { Logger } from './logger.ts';
import { seedOnce } from './seed/seed-once.ts';
import { channel, type LiveServer } from './sockets/connection.ts';
import { LiveRooms } from './sockets/live-rooms.ts';
import { createLiveServer, serveLive } from './sockets/live-server.ts';
import { Debates } from './use-cases/debates.ts';
import { Participants } from './use-cases/participants.ts';

/** A running server. */
export interface RunningServer {
  readonly port: number;
  /** Stops in order: no new work, what is decided written, connections told to come back, the database closed. */
  stop(): Promise<void>;
}

/** Milliseconds the stop may wait for the database: whoever stops us kills after ten seconds, more often than not. */
const STOP_DEADLINE = 5_000;
/** Milliseconds connections have to close by themselves. */
const CLOSE_DEADLINE = 1_000;

/** Puts the parts together and serves: the one place where everything is made. Fails with a `StartError`. */
export async function createServer(
  env: Env,
  logger: Logger,
  makePages: (http: Server, development: boolean) => Pages,
): Promise<RunningServer> {
  const database = await openDatabase({ databaseUrl: env.databaseUrl ?? undefined, dataDir: env.dataDir });
  try {
    return await serve(env, logger, database, makePages);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function serve(
  env: Env,
  logger: Logger,
  database: Database,
  makePages: (http: Server, development: boolean) => Pages,
): Promise<RunningServer> {
  const failed = (what: string) => (error: unknown) =>
    logger.warn({ error: error instanceof Error ? error.name : typeof error }, what);
  const https = env.appUrl?.startsWith('https:') ?? false;
  const http = createHttpServer();
  const connections = connectionsOf(http);
  const io = createLiveServer(http, env);
  const log = new DatabaseLog(database.prisma);
  const commit = new GroupCommit(log, Date.now, failed('a commit met an error'));
  const liveRooms = new LiveRooms(io, env.sharedFrames);
  const rooms = new Rooms(log, commit, (room) => liveRooms.open(room), failed('a snapshot was not stored'));
  const secret = await authSecret(env.authSecret, env.dataDir);
  const auth = new Authentication(new People(database), secret, https, (personId) =>
    closeConnections(io, personId),
  );
  const participants = new Participants(database, (debateId, person) => {
    io.to(channel.debate(debateId)).emit('people', [person]);
  });
  const presentIn = (debateId: string) => liveRooms.presentIn(debateId);
  const debates = new Debates({ database, log, rooms, participants, presentIn });
  await seedOnce(database, log);

  let stopping = false;
  const isReady = async () => !stopping && (await answers(database));
  const pages = makePages(http, env.development);
  declareParley({
    auth,
    debates,
    answerNotFound,
    isSameOrigin: ({ headers }) => isSameOrigin(headers.get('origin'), headers.get('host'), env.appUrl),
  });
  await pages.prepare();
  http.on('request', (request, response) => {
    if (request.url?.startsWith('/live/')) return;
    setSecurityHeaders(request, response, { https, development: env.development });
    answerHealth(request, response, isReady)
      .then((answered) =>
        answered ? undefined : answeringWith(response, () => pages.handle(request, response)),
      )
      .catch((error: unknown) => {
        failed('a request failed')(error);
        response.destroy();
      });
  });
  const live = serveLive(io, { rooms, liveRooms, participants, log, auth, appUrl: env.appUrl, logger });
  const stopWatching = watchHeads(rooms, log, failed('the database did not answer'));
  const port = await listenOn(http, env.port, env.host).catch(async (error: unknown) => {
    live.stop();
    stopWatching();
    declareParley(null);
    await pages.close();
    throw error;
  });

  return {
    port,
    stop: async () => {
      stopping = true;
      live.stop();
      liveRooms.stop();
      stopWatching();
      io.emit('closing', { reason: 'restarting' });
      const deadline = performance.now() + STOP_DEADLINE;
      await within(deadline - performance.now(), commit.idle());
      // What is written is answered before its connection goes.
      await within(deadline - performance.now(), live.answered());
      await within(CLOSE_DEADLINE, endConnections(io));
      await within(deadline - performance.now(), rooms.storeAll());
      await closeHttp(http, io, connections);
      await pages.close();
      declareParley(null);
      await database.close();
    },
  };
}

/** A person's sign-ins have ended: so do their connections, after being told. */
function closeConnections(io: LiveServer, personId: string): void {
  io.in(channel.person(personId)).emit('closing', { reason: 'access_changed' });
  io.in(channel.person(personId)).disconnectSockets(true);
}

/** Ends every live connection when what was on its way to it is written; closing the server would throw that away. */
async function endConnections(io: LiveServer): Promise<void> {
  const ended = [...io.of('/').sockets.values()].map(
    ({ conn }) => new Promise((end) => conn.once('close', end)),
  );
  io.disconnectSockets(true);
  await Promise.all(ended);
}

/** Closes every connection; those that do not go by themselves (a client that does not answer) are cut off. */
async function closeHttp(http: Server, io: LiveServer, connections: ReadonlySet<Socket>): Promise<void> {
  const closed = io.close();
  http.closeAllConnections();
  await within(CLOSE_DEADLINE, closed);
  for (const connection of connections) connection.destroy();
  await closed;
}

/** The connections a server has at any time, whatever became of them (an upgraded one is no longer known to it). */
function connectionsOf(http: Server): ReadonlySet<Socket> {
  const connections = new Set<Socket>();
  http.on('connection', (connection: Socket) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  return connections;
}

/** Waits for a promise, but no longer than so many milliseconds. */
async function within(milliseconds: number, promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([promise, deadline]);
  clearTimeout(timer);
}

async function answers(database: Database): Promise<boolean> {
  return database.ping().then(
    () => true,
    () => false,
  );
}
