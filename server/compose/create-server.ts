import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NewerEntry } from '../../domain/debate/engine/upcast.ts';
import { type Database, openDatabase } from '../database/open-database.ts';
import { checkIsWhole } from '../database/unfinished-move.ts';
import type { Env } from '../env.ts';
import { declareParley } from '../handle.ts';
import { listenOn } from '../http/listen.ts';
import type { Pages } from '../http/next-pages.ts';
import { noteWait } from '../http/requests/request-context.ts';
import { ALLOWANCES } from '../limits/allowances.ts';
import { Limiter } from '../limits/limiter.ts';
import { describeError } from '../logging/describe-error.ts';
import type { Logger } from '../logging/logger.ts';
import { NO_METERS } from '../metrics/meters.ts';
import { takeOrders } from '../operator/take-orders.ts';
import { endOwnConnections } from '../realtime/end-connections.ts';
import type { LiveService } from '../realtime/live-server.ts';
import { seedOnce } from '../services/seed/seed-once.ts';
import { within } from '../timing/within.ts';
import { NO_TRACES, type Traces } from '../tracing/traces.ts';
import { type Background, prepareBackground } from './background.ts';
import type { Base } from './base.ts';
import { handleOf } from './handle-of.ts';
import { CLOSE_DEADLINE, closeHttp, type Http, openHttp, servePages } from './http.ts';
import { openLive } from './live.ts';
import { type Accounts, openAccounts } from './open-accounts.ts';
import { includeReadings } from './readings.ts';
import { openRealtime, type Realtime } from './realtime.ts';
import { openSecrets, type Secrets } from './secrets.ts';
import { openServices } from './services.ts';
import { openStorage, type Storage } from './storage.ts';

/** A running server. */
export interface RunningServer {
  readonly port: number;
  /** The path of the link that makes its opener an administrator; `null`: none, see `ADMIN_LINK`. */
  readonly administratorLink: string | null;
  /** Stops in order: no new work, decided operations written, connections asked to reconnect, the database closed. */
  stop(): Promise<void>;
}

/** Replaces this machine's time in tests. */
export interface ServerTime {
  /**
   * The server's clock, in milliseconds since 1970, for the times of entries and mail and the expiry of sign-ins and invitations.
   * Durations are measured with another clock.
   */
  readonly now?: () => number;
  /** Milliseconds between polls for notifications, due mail and pending webhooks. */
  readonly lookEvery?: number;
}

/** Milliseconds the stop may wait for the database: service managers usually kill after ten seconds. */
const STOP_DEADLINE = 5_000;

/** Composition root: creates all parts and serves. Throws a `StartError`. */
export async function createServer(
  env: Env,
  logger: Logger,
  makePages: (http: Server, development: boolean) => Pages,
  time: ServerTime = {},
): Promise<RunningServer> {
  const database = await openDatabase({ databaseUrl: env.databaseUrl ?? undefined, dataDir: env.dataDir });
  return createServerOn(database, env, logger, makePages, time);
}

/** Like `createServer`, on an open database; the server closes it when it stops or can't start. */
export async function createServerOn(
  database: Database,
  env: Env,
  logger: Logger,
  makePages: (http: Server, development: boolean) => Pages,
  time: ServerTime = {},
): Promise<RunningServer> {
  try {
    await checkIsWhole(database);
    return await serve(await baseOf(env, logger, database, time), makePages, time.lookEvery ?? 1_000);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function baseOf(
  env: Env,
  logger: Logger,
  database: Database,
  { now = Date.now }: ServerTime,
): Promise<Base> {
  const failed = (what: string) => (error: unknown) => {
    // Logged once for its debate, when it was found.
    if (!(error instanceof NewerEntry)) logger.warn({ err: describeError(error) }, what);
  };
  // The libraries of metrics and traces are loaded only if they are asked for.
  const metrics = env.metricsToken === null ? null : (await import('../metrics/prometheus.ts')).openMetrics();
  const traces =
    env.tracesEndpoint === null
      ? NO_TRACES
      : (await import('../tracing/open-telemetry.ts')).openTraces(env.tracesEndpoint, env.tracesShare);
  const https = env.appUrl?.startsWith('https:') ?? false;
  const meters = metrics?.meters ?? NO_METERS;
  return { env, logger, database, meters, metrics, traces, now, https, failed };
}

async function serve(
  base: Base,
  makePages: (http: Server, development: boolean) => Pages,
  lookEvery: number,
): Promise<RunningServer> {
  const { env, database, now } = base;
  const limiter = new Limiter(ALLOWANCES, () => performance.now(), noteWait);
  const storage = openStorage(base);
  const secrets = await openSecrets(base);
  const accounts = await accountsOf(base, limiter, secrets);
  await seedOnce(database, storage.log, now());
  const http = openHttp(base);
  const realtime = await openRealtime(base, { http: http.server, limiter, storage, accounts });
  const parts = { limiter, secrets, storage, accounts, realtime };
  const services = openServices(base, parts);
  const prepared = prepareBackground(base, { ...parts, services, lookEvery });
  const pages = makePages(http.server, env.development);
  declareParley(handleOf(base, limiter, accounts, services, () => portOf(http.server)));
  await pages.prepare();
  let stopping = false;
  servePages(base, { ...parts, http, pages, services, isStopping: () => stopping });
  includeReadings(base, { http, storage, realtime, services });
  const live = openLive(base, parts, services);
  const stopOrders = await ordersOf(base);
  const background = prepared.start();
  const stopWork = () => {
    stopOrders();
    live.stop();
    background.stop();
    live.groupWatches.stop();
    services.groups.stop();
    services.opinions.stop();
    services.imports.stop();
  };
  const port = await listenOn(http.server, env.port, env.host).catch(async (error: unknown) => {
    stopWork();
    realtime.nodes.leave();
    realtime.nodes.close();
    declareParley(null);
    await pages.close();
    throw error;
  });
  return {
    port,
    administratorLink: await accounts.administration.link(),
    stop: async () => {
      stopping = true;
      stopWork();
      await shutDown({ ...parts, traces: base.traces, database, http, pages, live, background });
    },
  };
}

/** Lets the operator's commands copy an embedded database, which belongs to this process. */
async function ordersOf({ env: { dataDir }, database: { embedded }, failed }: Base): Promise<() => void> {
  if (!embedded) return () => undefined;
  return takeOrders({ dataDir, database: embedded, failed: failed('an order of a command failed') });
}

interface Running {
  readonly traces: Traces;
  readonly database: Database;
  readonly storage: Storage;
  readonly accounts: { close(): void };
  readonly realtime: Realtime;
  readonly http: Http;
  readonly pages: Pages;
  readonly live: LiveService;
  readonly background: Background;
}

/** Closes what runs, in order: decided operations are written and answered before their connections end. */
async function shutDown(running: Running): Promise<void> {
  const { storage, realtime, background } = running;
  const { io, liveRooms, nodes } = realtime;
  liveRooms.stop();
  io.local.emit('closing', { reason: 'restarting' });
  const deadline = performance.now() + STOP_DEADLINE;
  const inTime = (work: Promise<unknown>) => within(deadline - performance.now(), work);
  await inTime(storage.commit.idle());
  await inTime(background.finished.digests());
  await inTime(background.finished.deliveries());
  await inTime(running.live.answered());
  await within(CLOSE_DEADLINE, endOwnConnections(io));
  nodes.leave();
  await inTime(storage.rooms.storeAll());
  await closeHttp(running.http, io, inTime);
  nodes.close();
  await within(CLOSE_DEADLINE, running.pages.close());
  declareParley(null);
  running.accounts.close();
  await within(
    CLOSE_DEADLINE,
    running.traces.stop().catch(() => undefined),
  );
  await running.database.close();
}

/** Opens accounts; administrators that a provider names stay those it names. */
async function accountsOf(
  { env, logger, database, meters, now, https, failed }: Base,
  limiter: Limiter,
  secrets: Secrets,
): Promise<Accounts & { readonly sweep: () => Promise<void>; readonly close: () => void }> {
  const accounts = openAccounts(database, env, {
    limiter,
    secrets: secrets.keys,
    rules: env.signInRules,
    authenticatorSealer: secrets.authenticators,
    secure: https,
    now,
    logger,
    meters,
    print: (line) => void process.stderr.write(`${line}\n`),
    failed: failed('sending an email failed'),
    unasked: failed('the leaked-password service did not answer'),
  });
  await accounts.people.keepAdministratorsBy(
    env.oidcProviders.filter(({ administrators }) => administrators !== null).map(({ id }) => id),
  );
  return accounts;
}

function portOf(http: Server): number {
  return (http.address() as AddressInfo).port;
}
