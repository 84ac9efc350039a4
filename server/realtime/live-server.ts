import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { LIVE_PATH } from '../../domain/protocol/events.ts';
import type { Authentication } from '../auth/auth.ts';
import { isSameOrigin } from '../http/requests/same-origin.ts';
import { senderAddress } from '../http/requests/sender-address.ts';
import { CONNECTION_CAPS } from '../limits/allowances.ts';
import { describeError } from '../logging/describe-error.ts';
import type { Logger } from '../logging/logger.ts';
import type { Meters } from '../metrics/meters.ts';
import { everySecond } from '../timing/polling.ts';
import { channel, type LiveServer, type LiveSocket } from './connection.ts';
import { type InboundEventsParts, inboundEvents } from './handlers/inbound-events.ts';
import { closeDebate } from './handlers/open-debate.ts';
import type { Handshakes, Recognised } from './handshakes.ts';
import { listen } from './inbound.ts';
import { dropIfOverBudget } from './outgoing-budget.ts';
import { pingTogether } from './ping-together.ts';
import { shareWelcomes } from './shared-welcome.ts';

/**
 * Milliseconds between pings. A phone's radio typically stays awake for ten seconds after a packet. Many proxies close a connection that is
 * quiet for a minute.
 */
const PING_INTERVAL = 25_000;

export interface LiveParts extends InboundEventsParts {
  readonly auth: Authentication;
  readonly handshakes: Pick<Handshakes, 'recognised'>;
  readonly appUrl: string | null;
  /** Number of your own proxies in front of the server; see `senderAddress`. */
  readonly proxies: number;
  readonly logger: Logger;
  readonly meters: Meters;
}

/**
 * The Socket.IO server, attached beside Next on a separate path. It handles no connections before `serveLive`. `admits` returns true if
 * there is room for one more connection.
 */
export function createLiveServer(
  http: HttpServer,
  {
    appUrl,
    development,
    sharedFrames,
  }: { appUrl: string | null; development: boolean; sharedFrames: boolean },
  admits: (handshake: IncomingMessage) => Promise<boolean>,
): LiveServer {
  const io: LiveServer = new Server(http, {
    path: LIVE_PATH,
    serveClient: false,
    // Every supported browser has WebSockets, so long polling is off.
    transports: ['websocket'],
    // Nothing else answers upgrades, and an open one would hold its connection forever; in development Next answers them.
    destroyUpgrade: !development,
    maxHttpBufferSize: LIMITS.messageBytes,
    pingInterval: PING_INTERVAL,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
    perMessageDeflate: false,
    // Any page anywhere may open a WebSocket to us: `cors` doesn't guard it, this check does.
    allowRequest: (request, decide) => {
      if (!isOwnRequest(request, appUrl) && !isProgram(request)) return decide(null, false);
      admits(request).then(
        (isIn) => decide(null, isIn),
        () => decide(null, false),
      );
    },
  });
  if (sharedFrames) io.on('connection', shareWelcomes);
  return io;
}

/** The service that accepts connections and their events. */
export interface LiveService {
  /** Accepts no more of either. */
  stop(): void;
  /** Resolves when every event accepted so far has its answer. */
  answered(): Promise<unknown>;
}

/** Accepts connections and their events until it is stopped. */
export function serveLive(io: LiveServer, parts: LiveParts): LiveService {
  const { auth, logger } = parts;
  let stopping = false;
  const { limiter } = parts;
  const inbound = {
    events: inboundEvents(io, parts),
    limiter,
    logger,
    meters: parts.meters,
    underWay: new Set<Promise<unknown>>(),
    isStopping: () => stopping,
  };
  io.use((socket, next) => {
    if (stopping) return next(new Error('unavailable'));
    const refuse = (reason: string) => {
      next(new Error(reason));
      // Once that is sent: a refused connection keeps no slot.
      setImmediate(() => socket.conn.close());
    };
    admit(io, socket, parts).then(
      (refused) => (refused === null ? next() : refuse(refused)),
      () => refuse('unavailable'),
    );
  });
  io.on('connection', (socket) => {
    listen(socket, inbound);
    socket.on('disconnect', () => closeDebate(parts, socket));
    // Recognized, then signed out before the connection was established: nothing could end it at that time.
    if (socket.data.person && socket.data.recognisedAt !== auth.endings) socket.disconnect(true);
  });
  const stopPings = pingTogether(io, PING_INTERVAL, (error) =>
    logger.error({ err: describeError(error) }, 'pinging connections failed'),
  );
  const stopHousekeeping = everySecond(
    async () => {
      for (const socket of io.of('/').sockets.values()) dropIfOverBudget(socket, logger);
    },
    (error) => logger.error({ err: describeError(error) }, 'looking for slow connections failed'),
  );
  return {
    stop: () => {
      stopping = true;
      stopHousekeeping();
      stopPings();
    },
    answered: () => Promise.all(inbound.underWay),
  };
}

function addressOf({ headers, socket }: IncomingMessage, proxies: number): string {
  return senderAddress(socket.remoteAddress ?? '', headers['x-forwarded-for']?.toString(), proxies);
}

/** Authenticates a connection; returns why it is refused, or `null`. */
async function admit(
  io: LiveServer,
  socket: LiveSocket,
  parts: LiveParts,
): Promise<'not_signed_in' | 'not_allowed' | 'too_many' | null> {
  const { auth, proxies } = parts;
  const fromHandshake = recognisedByPage(socket, parts);
  const recognisedAt = auth.endings;
  const person = fromHandshake ? fromHandshake.person : await auth.whoAsks(credentialsOf(socket), 'read');
  if (person === 'not_allowed') return person;
  const address = addressOf(socket.request, proxies);
  Object.assign(socket.data, { person, address, open: null, openings: 0, recognisedAt });
  if (person === null) return isProgram(socket.request) ? 'not_signed_in' : null;
  const own = channel.person(person.id);
  if ((io.of('/').adapter.rooms.get(own)?.size ?? 0) >= CONNECTION_CAPS.person) return 'too_many';
  // Joined in the same turn as counted, so that many at once count each other.
  await socket.join([own, channel.signIn(person.signInId)]);
  return null;
}

/** The sender that a page's handshake just authenticated, if no sign-in has ended since. A program may send its token only now. */
function recognisedByPage({ request }: LiveSocket, { auth, handshakes }: LiveParts): Recognised | null {
  const recognised = handshakes.recognised(request);
  const isByCookie = !isProgram(request) && request.headers.authorization === undefined;
  return isByCookie && recognised?.endings === auth.endings ? recognised : null;
}

/** Reads the credentials: a page's cookie; a program's token, in a header or, as Socket.IO's clients send it, in `auth`. */
function credentialsOf({ request, handshake }: LiveSocket): Headers {
  if (!isProgram(request)) return new Headers({ cookie: request.headers.cookie ?? '' });
  const { token } = handshake.auth;
  const bearer = typeof token === 'string' && /^[\w-]+$/.test(token) ? `Bearer ${token}` : '';
  return new Headers({ authorization: request.headers.authorization ?? bearer });
}

/**
 * True if the request isn't from a page: browsers send the Origin of the page that opens a WebSocket, and send `Authorization` only after a
 * preflight check. A program can't use anyone's sign-in cookie, so it is only let in by a token.
 */
function isProgram({ headers }: IncomingMessage): boolean {
  return headers.origin === undefined && headers.cookie === undefined;
}

function isOwnRequest({ headers }: IncomingMessage, appUrl: string | null): boolean {
  const { origin = null, host = null } = headers;
  return isSameOrigin(origin, host, appUrl);
}
