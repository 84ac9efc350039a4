import { createServer as createHttpServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { NewerEntry } from '../../domain/debate/engine/upcast.ts';
import { authSecrets } from '../auth/auth-secret.ts';
import { KnownSenders } from '../auth/known-senders.ts';
import { SecretBox } from '../auth/secret-box.ts';
import { DatabaseWatch } from '../database/database-watch.ts';
import { type Database, openDatabase } from '../database/open-database.ts';
import type { Env } from '../env.ts';
import { declareParley } from '../handle.ts';
import { answerRequests } from '../http/answer-requests.ts';
import { boundSockets, HTTP_TIMES } from '../http/bound-sockets.ts';
import { linkSite } from '../http/link-site.ts';
import { listenOn } from '../http/listen.ts';
import type { Pages } from '../http/next-pages.ts';
import { answerNotFound, answerUnavailable, clientAddress } from '../http/request-context.ts';
import { RequestLimits } from '../http/request-limits.ts';
import { isSameOrigin, siteOf } from '../http/same-origin.ts';
import { CurrentLimits } from '../limits/current-limits.ts';
import { Limiter } from '../limits/limiter.ts';
import { DatabaseLog } from '../log/database-log.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import { GroupCommit } from '../log/group-commit.ts';
import { liftSanctions } from '../log/lift-sanctions.ts';
import { NewerDebates } from '../log/newer-debates.ts';
import { Rooms } from '../log/rooms.ts';
import { StateCheckpoints } from '../log/state-checkpoints.ts';
import { watchHeads } from '../log/watch-heads.ts';
import { describeError } from '../logging/describe-error.ts';
import { logContext } from '../logging/log-context.ts';
import { isLoggedRefusal } from '../logging/logged-refusals.ts';
import type { Logger } from '../logging/logger.ts';
import { applyAccess } from '../realtime/apply-access.ts';
import type { LiveServer } from '../realtime/connection.ts';
import { endConnectionsOf, endOwnConnections, sendToOtherNodes } from '../realtime/end-connections.ts';
import { GroupWatches } from '../realtime/group-watches.ts';
import { Handshakes } from '../realtime/handshakes.ts';
import { LiveRooms } from '../realtime/live-rooms.ts';
import { createLiveServer, serveLive } from '../realtime/live-server.ts';
import { installationId } from '../realtime/relay/installation-id.ts';
import type { Nodes } from '../realtime/relay/nodes.ts';
import { publishJoined } from '../realtime/relay/publish-joined.ts';
import { SINGLE_NODE } from '../realtime/relay/single-node.ts';
import { SharedSnapshots } from '../realtime/shared-snapshots.ts';
import { watchSignIns } from '../realtime/watch-sign-ins.ts';
import { DebateRestrictions } from '../services/administration/debate-restrictions.ts';
import { Opinions } from '../services/analysis/opinions.ts';
import { DebateLifecycle } from '../services/debates/debate-lifecycle.ts';
import { DebatePictures } from '../services/debates/debate-pictures.ts';
import { DebateSearch } from '../services/debates/debate-search.ts';
import { DebateStarts } from '../services/debates/debate-starts.ts';
import { Debates } from '../services/debates/debates.ts';
import { Exports } from '../services/exports/exports.ts';
import { Groups } from '../services/groups/groups.ts';
import { History } from '../services/history/history.ts';
import { Imports } from '../services/imports/imports.ts';
import { FailedTries } from '../services/invitations/failed-tries.ts';
import { InvitationSecrets } from '../services/invitations/invitation-secrets.ts';
import { Invitations } from '../services/invitations/invitations.ts';
import { MailInvitations } from '../services/invitations/mail-invitations.ts';
import { Meetings } from '../services/meetings/meetings.ts';
import { Digests } from '../services/notifications/digests.ts';
import { Inbox } from '../services/notifications/inbox.ts';
import { NoteSettings } from '../services/notifications/note-settings.ts';
import { Notifier } from '../services/notifications/notifier.ts';
import { UnsubscribeTokens } from '../services/notifications/unsubscribe-tokens.ts';
import { HttpOperations } from '../services/operations/http-operations.ts';
import { Participants } from '../services/participants/participants.ts';
import { SeenMarks } from '../services/participants/seen-marks.ts';
import { Erasures } from '../services/privacy/erasures.ts';
import { PersonExport } from '../services/privacy/person-export.ts';
import { privacyFacts } from '../services/privacy/privacy-facts.ts';
import { seedOnce } from '../services/seed/seed-once.ts';
import { Deliveries } from '../services/webhooks/deliveries.ts';
import { Webhooks } from '../services/webhooks/webhooks.ts';
import { every, everyHour } from '../timing/every-second.ts';
import { within } from '../timing/within.ts';
import { openAccounts } from './open-accounts.ts';
import { resealStored } from './reseal-stored.ts';

/** A running server. */
export interface RunningServer {
  readonly port: number;
  /** The path of the link that makes its opener the administrator; `null` if there already is one. */
  readonly firstAdministrator: string | null;
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
/** Milliseconds between two commits while a crowd writes: too short to be noticed, and each commit holds the writes of many. */
const GATHER = 40;
/** Milliseconds connections have to close voluntarily. */
const CLOSE_DEADLINE = 1_000;

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
    return await serve(env, logger, database, makePages, time);
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
  { now = Date.now, lookEvery = 1_000 }: ServerTime,
): Promise<RunningServer> {
  const failed = (what: string) => (error: unknown) => {
    // Logged once for its debate, when it was found.
    if (!(error instanceof NewerEntry)) logger.warn({ err: describeError(error) }, what);
  };
  const https = env.appUrl?.startsWith('https:') ?? false;
  const http = createHttpServer(HTTP_TIMES);
  boundSockets(http, env.proxies);
  const connections = connectionsOf(http);
  const io = createLiveServer(http, env, (handshake) => handshakes.admit(handshake));
  const log = new DatabaseLog(database);
  const isShared =
    database.kind === 'postgresql' ? (debateId: string) => nodes.remoteConnections(debateId) > 0 : null;
  const commit = new GroupCommit(log, now, failed('committing entries failed'), isShared, GATHER);
  const liveRooms = new LiveRooms(io, env.sharedFrames, {
    presence: (debateId, update) => nodes.publish.presence(debateId, update),
    carets: (debateId, update) => nodes.publish.carets(debateId, update),
    pointers: (debateId, moved) => nodes.publish.pointers(debateId, moved),
  });
  const opened = (room: DebateRoom) => {
    liveRooms.open(room);
    applyAccess(room, io);
    publishJoined(
      room,
      (named) => participants.namesOf(room, named),
      (people, news) => liveRooms.of(room).broadcaster.name({ people, news }),
    );
    nodes.opened(room);
    groups.keep(room);
    notifier.keep(room);
  };
  const newerDebates = new NewerDebates(logger);
  const rooms = new Rooms(log, commit, opened, failed('storing a snapshot failed'), (debateId, entry) => {
    newerDebates.note(debateId, entry);
    // After the answers to pending operations.
    setImmediate(() => sendToOtherNodes(io, debateId));
  });
  const authKeys = await authSecrets(env.authSecret, env.authSecretPrevious, env.dataDir);
  const authenticatorSealer = new SecretBox(authKeys, 'parley authenticators');
  const limiter = new Limiter();
  const accounts = openAccounts(database, env, {
    limiter,
    secrets: authKeys,
    rules: env.signInRules,
    authenticatorSealer,
    secure: https,
    now,
    ended: (ended) => endConnectionsOf(io, ended),
    logger,
    print: (line) => void process.stderr.write(`${line}\n`),
    failed: failed('sending an email failed'),
    unasked: failed('the leaked-password service did not answer'),
  });
  const { auth } = accounts;
  await accounts.people.keepAdministratorsBy(
    env.oidcProviders.filter(({ administrators }) => administrators !== null).map(({ id }) => id),
  );
  const participants = new Participants(database, (debateId, person, news) => {
    const room = liveRooms.roomOf(debateId);
    if (room) liveRooms.of(room).broadcaster.name({ people: [person], news });
  });
  const presentIn = (debateId: string) => liveRooms.presentIn(debateId) + nodes.remoteConnections(debateId);
  const starts = new DebateStarts({ database, fixed: env.startDebates, logger });
  const debates = new Debates({ database, log, rooms, participants, starts, presentIn, now });
  const groups = new Groups({
    database,
    log,
    rooms,
    participants,
    debates,
    now,
    failed: failed('updating a small group failed'),
  });
  const secrets = new InvitationSecrets(authKeys);
  const sealer = new SecretBox(authKeys, 'parley webhooks');
  const invitations = new Invitations({
    database,
    rooms,
    participants,
    secrets,
    tries: new FailedTries(limiter),
    now,
  });
  const mailInvitations = new MailInvitations({
    database,
    rooms,
    participants,
    secrets,
    mailer: accounts.mailer,
    now,
    failed: failed('sending an email failed'),
  });
  const opinions = new Opinions({ rooms, log, participants });
  const moments = new StateCheckpoints(log, failed('storing a milestone failed'));
  const debateEnds = new DebateLifecycle(database, rooms, participants, now);
  const erasures = new Erasures({ database, log, rooms, auth, logger, now });
  const tokens = new UnsubscribeTokens(authKeys);
  const mailsNotes = env.smtpUrl !== null && env.appUrl !== null;
  const notifier = new Notifier({
    database,
    rooms,
    mails: mailsNotes,
    failed: failed('making notifications failed'),
  });
  const digests =
    mailsNotes && env.appUrl !== null
      ? new Digests({
          database,
          rooms,
          participants,
          mailer: accounts.mailer,
          tokens,
          site: env.appUrl,
          now,
          failed: failed('sending an email failed'),
        })
      : null;
  if (authKeys.length > 1)
    await resealStored(database, {
      invitations: secrets,
      webhooks: sealer,
      authenticators: authenticatorSealer,
    });
  await seedOnce(database, log, now());
  const nodes = await otherNodes(env, logger, { io, rooms, liveRooms, database });

  let stopping = false;
  const databaseWatch = new DatabaseWatch(database);
  const readiness = async () => {
    if (stopping) return 'the server is stopping';
    if (newerDebates.reason) return newerDebates.reason;
    return (await databaseWatch.answers()) ? null : 'the database does not answer';
  };
  const pages = makePages(http, env.development);
  const address = () => clientAddress(env.proxies);
  const seenMarks = new SeenMarks(database);
  const imports = new Imports({ log, starts, seenMarks, now, address });
  const senders = new KnownSenders(auth);
  const handshakes = new Handshakes({ limiter, senders, proxies: env.proxies });
  handshakes.watch(io);
  declareParley({
    ...accounts,
    debates,
    debatePictures: new DebatePictures({ debates }),
    debateStarts: starts,
    debateRestrictions: new DebateRestrictions({ database, rooms, groups, logger }),
    exports: new Exports({ log, rooms, participants, moments, opinions, address }),
    finds: new DebateSearch({ rooms, participants, debates }),
    history: new History({ log, rooms, participants, moments, address }),
    imports,
    askedOverHttp: new HttpOperations({
      rooms,
      participants,
      log,
      reauthentication: accounts.reauthentication,
    }),
    limits: new CurrentLimits(limiter, address),
    address,
    groups,
    meetings: new Meetings(log, debates),
    opinions,
    webhooks: new Webhooks({ database, rooms, participants, sealer, reach: env.webhooks, now }),
    invitations,
    mailInvitations,
    debateEnds,
    inbox: new Inbox({ database, rooms, participants }),
    noteSettings: new NoteSettings({ database, rooms, participants, tokens, mails: mailsNotes }),
    erasures,
    personExport: new PersonExport(database, log, now),
    privacyFacts: privacyFacts(env, https),
    https,
    noteRefusal: (code) => {
      if (isLoggedRefusal(code)) logger.info({ code }, 'a request was refused');
    },
    answerNotFound,
    answerUnavailable,
    requestId: () => logContext().request ?? null,
    siteOf: (headers) => siteOf(headers.get('host'), env.appUrl),
    linkSite: (headers) => linkSite(headers.get('host'), env, port),
    isSameOrigin: ({ headers }) => isSameOrigin(headers.get('origin'), headers.get('host'), env.appUrl),
  });
  await pages.prepare();
  answerRequests(http, {
    https,
    proxies: env.proxies,
    development: env.development,
    embedOrigins: env.embedOrigins,
    readiness,
    redisIsAway: () => nodes.redis === 'away',
    pages,
    pagesAtOnce: database.kind === 'pglite' ? 1 : 2,
    versionOf: (debateId) => debates.versionForReaders(debateId),
    limits: new RequestLimits(limiter, senders, env.proxies),
    failed: failed('a request failed'),
  });
  const snapshots = new SharedSnapshots();
  const groupWatches = new GroupWatches({
    io,
    rooms,
    liveRooms,
    failed: failed('reading group overviews failed'),
  });
  const { appUrl, proxies } = env;
  const live = serveLive(io, {
    rooms,
    liveRooms,
    groupWatches,
    participants,
    log,
    snapshots,
    seenMarks,
    auth,
    handshakes,
    reauthentication: accounts.reauthentication,
    limiter,
    appUrl,
    proxies,
    logger,
    now,
  });
  const stopDigests = digests?.watch(lookEvery);
  const deliveries =
    env.webhooks === 'off'
      ? null
      : new Deliveries({
          database,
          log,
          rooms,
          // Separate queues: they wait for no reader.
          moments: new StateCheckpoints(log, failed('storing a milestone failed')),
          sealer,
          reach: env.webhooks,
          now,
          failed: failed('queueing a webhook failed'),
        });
  const watches = [
    notifier.watch(lookEvery),
    watchHeads(rooms, log, failed('the database did not answer')),
    liftSanctions(rooms, now, failed('lifting a mute or ban failed')),
    watchSignIns(io, accounts.signIns, failed('the database did not answer')),
    ...(deliveries ? [every(lookEvery, () => deliveries.look(), failed('delivering webhooks failed'))] : []),
    everyHour(accounts.sweep, failed('removing expired records failed')),
    everyHour(() => mailInvitations.sweep(now()), failed('removing expired records failed')),
    everyHour(() => erasures.finishAll(), failed('finishing an account deletion failed')),
    everyHour(() => debateEnds.purge(now()), failed('removing deleted debates failed')),
    everyHour(() => notifier.sweep(now()), failed('removing expired records failed')),
  ];
  let digestsStopped: Promise<void> | undefined;
  const stopWatching = () => {
    for (const stop of watches) stop();
    groupWatches.stop();
    digestsStopped = stopDigests?.();
    opinions.stop();
    imports.stop();
  };
  const port = await listenOn(http, env.port, env.host).catch(async (error: unknown) => {
    live.stop();
    stopWatching();
    nodes.leave();
    nodes.close();
    declareParley(null);
    await pages.close();
    throw error;
  });

  const firstAdministrator = await accounts.administration.firstLink();
  return {
    port,
    firstAdministrator,
    stop: async () => {
      stopping = true;
      live.stop();
      liveRooms.stop();
      stopWatching();
      io.local.emit('closing', { reason: 'restarting' });
      const deadline = performance.now() + STOP_DEADLINE;
      await within(deadline - performance.now(), commit.idle());
      // An email that the mail server is accepting is not sent again.
      await within(deadline - performance.now(), Promise.resolve(digestsStopped));
      await within(deadline - performance.now(), Promise.resolve(deliveries?.stop()));
      // Written operations are answered before their connection closes.
      await within(deadline - performance.now(), live.answered());
      await within(CLOSE_DEADLINE, endOwnConnections(io));
      nodes.leave();
      await within(deadline - performance.now(), rooms.storeAll());
      await closeHttp(http, io, connections);
      nodes.close();
      await within(CLOSE_DEADLINE, pages.close());
      declareParley(null);
      accounts.close();
      await database.close();
    },
  };
}

/** The other nodes, if Redis is configured. */
async function otherNodes(
  { redisUrl }: Env,
  logger: Logger,
  {
    io,
    rooms,
    liveRooms,
    database,
  }: { io: LiveServer; rooms: Rooms; liveRooms: LiveRooms; database: Database },
): Promise<Nodes> {
  if (redisUrl === null) return SINGLE_NODE;
  // The Redis client is loaded only if Redis is configured.
  const { joinNodes } = await import('../realtime/relay/nodes.ts');
  return joinNodes({
    redisUrl,
    installation: await installationId(database),
    io,
    rooms,
    boards: () => liveRooms.boards(),
    changed: (isThere, why) =>
      isThere ? logger.info('Redis connected') : logger.warn({ why }, 'Redis unavailable'),
    failed: (error) => logger.warn({ err: describeError(error) }, 'reading another node’s entries failed'),
  });
}

/** Closes every connection; those that don't close voluntarily (a client that doesn't answer) are destroyed. */
async function closeHttp(http: Server, io: LiveServer, connections: ReadonlySet<Socket>): Promise<void> {
  const closed = io.close();
  http.closeAllConnections();
  await within(CLOSE_DEADLINE, closed);
  for (const connection of connections) connection.destroy();
  await within(CLOSE_DEADLINE, closed);
}

/** All current connections of a server, including upgraded ones that it no longer tracks. */
function connectionsOf(http: Server): ReadonlySet<Socket> {
  const connections = new Set<Socket>();
  http.on('connection', (connection: Socket) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  return connections;
}
