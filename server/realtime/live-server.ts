import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { viewerIn } from '../../domain/debate/engine/project.ts';
import { rejection } from '../../domain/debate/engine/rejections.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { textIn } from '../../domain/debate/texts/texts.ts';
import { isHiddenFrom } from '../../domain/debate/visibility/hidden-content.ts';
import { MOTION_ID } from '../../domain/layout/map-tree.ts';
import { caretSchema } from '../../domain/protocol/caret-messages.ts';
import {
  clockSchema,
  openSchema,
  presenceSchema,
  submitSchema,
} from '../../domain/protocol/client-messages.ts';
import { LIVE_PATH } from '../../domain/protocol/events.ts';
import { watchGroupsSchema } from '../../domain/protocol/group-messages.ts';
import { type PointerMessage, pointerSchema } from '../../domain/protocol/pointer-messages.ts';
import { projectPointer } from '../../domain/protocol/project-pointer.ts';
import { seenSchema } from '../../domain/protocol/seen-messages.ts';
import type { Refusal } from '../../domain/protocol/server-messages.ts';
import { sentSeen } from '../../domain/unread/sent-seen.ts';
import type { Authentication } from '../auth/auth.ts';
import type { Reauthentication } from '../auth/recently-authenticated.ts';
import { isSameOrigin } from '../http/same-origin.ts';
import { senderAddress } from '../http/sender-address.ts';
import { CONNECTION_CAPS } from '../limits/allowances.ts';
import { operationCost } from '../limits/event-costs.ts';
import type { Limiter } from '../limits/limiter.ts';
import { refuseNewer } from '../log/refuse-newer.ts';
import { toSubmission } from '../log/submission.ts';
import type { Logger } from '../logging/logger.ts';
import { hasScopeFor } from '../services/operations/asked-operation.ts';
import { submitAsked } from '../services/operations/submit-asked.ts';
import { channel, type LiveServer, type LiveSocket, type OpenDebate } from './connection.ts';
import type { Handshakes, Recognised } from './handshakes.ts';
import { countedForEvents, type InboundEvents, listen } from './inbound.ts';
import { closeDebate, type OpenParts, openDebate } from './join-handler.ts';
import { OpenLimits } from './open-limits.ts';
import { dropIfOverBudget } from './outgoing-budget.ts';
import { announcePresence } from './presence/announce-presence.ts';

export interface LiveParts extends OpenParts {
  readonly auth: Authentication;
  readonly handshakes: Pick<Handshakes, 'recognised'>;
  readonly reauthentication: Reauthentication;
  readonly limiter: Limiter;
  readonly appUrl: string | null;
  /** Number of your own proxies in front of the server; see `senderAddress`. */
  readonly proxies: number;
  readonly logger: Logger;
  /** The server's clock. */
  readonly now: () => number;
}

/**
 * The Socket.IO server, attached beside Next on a separate path. It handles no connections before `serveLive`. `admits` returns true if
 * there is room for one more connection.
 */
export function createLiveServer(
  http: HttpServer,
  { appUrl, development }: { appUrl: string | null; development: boolean },
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
    pingInterval: 10_000,
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
    events: inboundEvents(io, parts, new OpenLimits(limiter)),
    limiter,
    logger,
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
  const housekeeping = setInterval(() => {
    for (const socket of io.of('/').sockets.values()) dropIfOverBudget(socket, logger);
  }, 1_000);
  return {
    stop: () => {
      stopping = true;
      clearInterval(housekeeping);
    },
    answered: () => Promise.all(inbound.underWay),
  };
}

function addressOf({ headers, socket }: IncomingMessage, proxies: number): string {
  return senderAddress(socket.remoteAddress ?? '', headers['x-forwarded-for']?.toString(), proxies);
}

function inboundEvents(io: LiveServer, parts: LiveParts, limits: OpenLimits): InboundEvents {
  return {
    open: {
      schema: openSchema,
      run: async (socket, message) => {
        if (!hasRoom(io, socket, message.debateId)) return { ok: false, rejection: rejection('busy') };
        if (!limits.mayOpen(socket)) return { ok: false, rejection: rejection('too_fast') };
        const mayReceive = (characters: number) => limits.mayReceive(socket, characters);
        const outcome = await refuseNewer(() => openDebate(parts, socket, message, mayReceive));
        if (typeof outcome !== 'function') {
          if (outcome.rejection.code === 'server_outdated') leaveForAnotherNode(socket);
          return limits.settle(socket, outcome);
        }
        return () => limits.settle(socket, outcome());
      },
    },
    submit: {
      schema: submitSchema,
      pay: (socket, { operation }) => {
        const { open } = socket.data;
        const cost = operationCost(operation);
        // The price of the event includes one.
        const isPaid = cost <= 1 || parts.limiter.take('events', countedForEvents(socket), cost - 1);
        return isPaid && (!open || parts.limiter.take('operations', { debate: open.room.id }, cost));
      },
      run: (socket, { clientSeq, operation }) => {
        const { open, person } = socket.data;
        if (open === null || open.actingParticipantId === null) {
          return { ok: false, rejection: rejection(person === null ? 'not_signed_in' : 'not_joined') };
        }
        if (person === null || !hasScopeFor(person, operation)) {
          return { ok: false, rejection: rejection('not_allowed') };
        }
        const submission = toSubmission(open.actingParticipantId, open.clientId, clientSeq, operation);
        return submitAsked(parts, open.room, person, submission);
      },
    },
    presence: {
      schema: presenceSchema,
      run: (socket, message) => {
        const { open } = socket.data;
        if (open) announcePresence(parts.liveRooms.of(open.room).presence, open, message);
        return { ok: true };
      },
    },
    clock: { schema: clockSchema, run: () => ({ ok: true, now: parts.now() }) },
    seen: {
      schema: seenSchema,
      run: async (socket, message) => {
        const { open } = socket.data;
        if (!open || open.participantId === null) return { ok: false, rejection: rejection('not_joined') };
        const { room, participantId } = open;
        const seen = sentSeen(await parts.seenMarks.note(room, participantId, message));
        // Through other nodes too: a person's devices may be connected anywhere.
        socket.to(channel.participant(room.id, participantId)).emit('seen', seen);
        return { ok: true, seen };
      },
    },
    pointer: {
      schema: pointerSchema,
      run: (socket, message) => {
        const { open } = socket.data;
        // A pointer whose owner can't be named isn't shown: it would only be in the way.
        if (!open || open.participantId === null) return { ok: true };
        if (!pointsAtSomething(open.room.state, message, open)) return nothingThere();
        parts.liveRooms.of(open.room).pointers.set(open.connection, projectPointer(message, open.room.state));
        return { ok: true };
      },
    },
    watchGroups: {
      schema: watchGroupsSchema,
      run: (socket, { watching }) => {
        const { open } = socket.data;
        if (open?.audience !== 'moderators') return { ok: false, rejection: rejection('not_allowed') };
        if (watching) parts.groupWatches.watch(socket, open.room);
        else parts.groupWatches.unwatch(socket, open.room.id);
        return { ok: true };
      },
    },
    caret: {
      schema: caretSchema,
      run: (socket, message) => {
        const { open } = socket.data;
        if (!open?.participantId) return { ok: true };
        const { connection, participantId } = open;
        const { text } = message;
        if (text !== null && !isTextFor(open.room.state, text, open)) return nothingThere();
        parts.liveRooms.of(open.room).carets.set(socket, { connection, participantId }, message);
        return { ok: true };
      },
    },
  };
}

/** Ends a connection once its answer is sent: its client reconnects, by then through a proxy that has drained this node. */
function leaveForAnotherNode(socket: LiveSocket): void {
  setImmediate(() => socket.disconnect(true));
}

/** True if a debate has room for one more connection: fewer for readers than for signed-in people. */
function hasRoom(io: LiveServer, { data: { person } }: LiveSocket, debateId: string): boolean {
  const { rooms } = io.of('/').adapter;
  const all = rooms.get(channel.debate(debateId))?.size ?? 0;
  const readers = all - (rooms.get(channel.participants(debateId))?.size ?? 0);
  return all < CONNECTION_CAPS.debate && (person !== null || readers < CONNECTION_CAPS.debateNameless);
}

/** True if the boxes a pointer refers to are in the debate. */
function pointsAtSomething(state: DebateState, { over, look }: PointerMessage, open: OpenDebate): boolean {
  const isThere = (box: string) =>
    box === MOTION_ID || state.positions.has(box) || (state.claims.has(box) && maySee(state, box, open));
  return (over === null || isThere(over.box)) && (look === null || isThere(look.at.box));
}

/** True if a text of this name exists for the participant who has the debate open. */
function isTextFor(state: DebateState, text: string, open: OpenDebate): boolean {
  return textIn(state, text) !== null && maySee(state, text, open);
}

function maySee(state: DebateState, id: string, { audience, participantId }: OpenDebate): boolean {
  return !isHiddenFrom(state, id, viewerIn(audience, participantId));
}

function nothingThere(): Refusal {
  return { ok: false, rejection: rejection('unknown_target') };
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
