import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import { LIMITS } from '../../domain/debate/limits.ts';
import { rejection } from '../../domain/debate/rejections.ts';
import type { DebateState } from '../../domain/debate/state.ts';
import { textIn } from '../../domain/debate/texts.ts';
import { MOTION_ID } from '../../domain/layout/map-tree.ts';
import { caretSchema } from '../../domain/protocol/caret-messages.ts';
import { openSchema, presenceSchema, submitSchema } from '../../domain/protocol/client-messages.ts';
import { LIVE_PATH } from '../../domain/protocol/events.ts';
import { type PointerMessage, pointerSchema } from '../../domain/protocol/pointer-messages.ts';
import type { Refusal } from '../../domain/protocol/server-messages.ts';
import type { Authentication } from '../auth/auth.ts';
import { isSameOrigin } from '../auth/same-origin.ts';
import { toSubmission } from '../log/submission.ts';
import type { Logger } from '../logger.ts';
import { channel, type LiveServer, type LiveSocket } from './connection.ts';
import { editSurcharge } from './edit-surcharge.ts';
import { type InboundEvents, listen, senderOf } from './inbound.ts';
import { closeDebate, type MayReceive, type OpenParts, openDebate } from './open-event.ts';
import { dropIfOverBudget } from './outgoing-budget.ts';
import { OF_A_PERSON, OF_AN_ADDRESS, RateLimits } from './rate-limits.ts';
import { senderAddress } from './sender-address.ts';

/** Connections one person may have (tabs, devices), and this node in all. */
const CONNECTIONS_PER_PERSON = 20;
const CONNECTIONS = 5_000;
/** Characters of the answer to `open` for the price of one event. */
const OPEN_CHARACTERS = 64 * 1024;

export interface LiveParts extends OpenParts {
  readonly auth: Authentication;
  readonly appUrl: string | null;
  readonly logger: Logger;
}

/** The Socket.IO server, attached beside Next on its own path. Nothing is listened to before `serveLive`. */
export function createLiveServer(
  http: HttpServer,
  { appUrl, development }: { appUrl: string | null; development: boolean },
): LiveServer {
  const io: LiveServer = new Server(http, {
    path: LIVE_PATH,
    serveClient: false,
    // Nobody else answers upgrades, and one left open would hold its connection for ever; in development Next does.
    destroyUpgrade: !development,
    maxHttpBufferSize: LIMITS.messageBytes,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
    perMessageDeflate: false,
    // Any page anywhere may open a WebSocket to us: `cors` does not guard it, this does.
    allowRequest: (request, decide) =>
      decide(null, io.engine.clientsCount < CONNECTIONS && isOwnRequest(request, appUrl)),
  });
  return io;
}

/** What takes connections and their events. */
export interface LiveService {
  /** Takes no more of either. */
  stop(): void;
  /** Kept when every event taken so far has its answer. */
  answered(): Promise<unknown>;
}

/** Takes connections and their events, until it is stopped. */
export function serveLive(io: LiveServer, parts: LiveParts): LiveService {
  const { auth, logger, rooms, liveRooms } = parts;
  let stopping = false;
  const limits = new RateLimits(OF_A_PERSON);
  const addresses = new RateLimits(OF_AN_ADDRESS);
  const inbound = {
    events: inboundEvents(parts, (socket, characters) => {
      const { address, headers } = socket.handshake;
      const price = characters / OPEN_CHARACTERS;
      const from = senderAddress(address, headers['x-forwarded-for']?.toString());
      return addresses.take(from, 1 + price) && limits.take(senderOf(socket), price);
    }),
    limits,
    logger,
    underWay: new Set<Promise<unknown>>(),
    isStopping: () => stopping,
  };
  io.use((socket, next) => {
    if (stopping) return next(new Error('unavailable'));
    admit(io, socket, auth).then(
      (admitted) => next(admitted ? undefined : new Error('too_many')),
      () => next(new Error('unavailable')),
    );
  });
  io.on('connection', (socket) => {
    listen(socket, inbound);
    socket.on('disconnect', () => closeDebate(rooms, liveRooms, socket));
    // Recognised, then signed out before the connection stood: nobody could end it then.
    if (socket.data.person && socket.data.recognisedAt !== auth.endings) socket.disconnect(true);
  });
  const housekeeping = setInterval(() => {
    for (const known of [limits, addresses]) known.sweep();
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

function inboundEvents(parts: LiveParts, mayReceive: MayReceive): InboundEvents {
  return {
    open: {
      schema: openSchema,
      cost: 2,
      run: (socket, message) => openDebate(parts, socket, message, mayReceive),
    },
    submit: {
      schema: submitSchema,
      cost: 1,
      surcharge: ({ operation }) => editSurcharge(operation),
      run: (socket, { clientSeq, operation }) => {
        const { open, person } = socket.data;
        if (open === null || open.participantId === null) {
          return { ok: false, rejection: rejection(person === null ? 'not_signed_in' : 'not_joined') };
        }
        // By its route alone, which keeps a copy first.
        if (operation.type === 'debate.clear') return { ok: false, rejection: rejection('not_allowed') };
        return open.room.submit(toSubmission(open.participantId, open.clientId, clientSeq, operation));
      },
    },
    presence: {
      schema: presenceSchema,
      cost: 0.5,
      run: (socket, message) => {
        const { open } = socket.data;
        if (open) parts.liveRooms.of(open.room).presence.set(socket.id, open.participantId, message);
        return { ok: true };
      },
    },
    pointer: {
      schema: pointerSchema,
      // Ten a second take a tenth of what a person may send: what they write is never held up by it.
      cost: 0.2,
      run: (socket, message) => {
        const { open } = socket.data;
        // One nobody can name has no pointer: it would only be in the way.
        if (!open || open.participantId === null) return { ok: true };
        if (!pointsAtSomething(open.room.state, message)) return nothingThere();
        parts.liveRooms.of(open.room).pointers.set(socket.id, message);
        return { ok: true };
      },
    },
    caret: {
      schema: caretSchema,
      cost: 0.25,
      run: (socket, message) => {
        const { open } = socket.data;
        if (!open?.participantId) return { ok: true };
        if (message.text !== null && textIn(open.room.state, message.text) === null) return nothingThere();
        parts.liveRooms.of(open.room).carets.set(socket, open.participantId, message);
        return { ok: true };
      },
    },
  };
}

/** Whether the boxes a pointer is told by are in the debate. */
function pointsAtSomething({ claims, positions }: DebateState, { over, look }: PointerMessage): boolean {
  const isThere = (box: string) => box === MOTION_ID || claims.has(box) || positions.has(box);
  return (over === null || isThere(over.box)) && (look === null || isThere(look.at.box));
}

function nothingThere(): Refusal {
  return { ok: false, rejection: rejection('unknown_target') };
}

async function admit(io: LiveServer, socket: LiveSocket, auth: Authentication): Promise<boolean> {
  const headers = new Headers({ cookie: socket.handshake.headers.cookie ?? '' });
  const recognisedAt = auth.endings;
  const person = await auth.currentPerson(headers);
  Object.assign(socket.data, { person, open: null, openings: 0, recognisedAt });
  if (person === null) return true;
  const own = channel.person(person.id);
  if ((io.of('/').adapter.rooms.get(own)?.size ?? 0) >= CONNECTIONS_PER_PERSON) return false;
  // Joined in the same turn as counted, so that many at once count each other.
  await socket.join(own);
  return true;
}

function isOwnRequest(request: IncomingMessage, appUrl: string | null): boolean {
  const { origin, host = null } = request.headers;
  return isSameOrigin(origin ?? ownPageOrigin(request, appUrl), host, appUrl);
}

/** A browser's long-polling GET to its own site carries no Origin; a foreign page's always does. */
function ownPageOrigin({ headers }: IncomingMessage, appUrl: string | null): string | null {
  const own = headers.upgrade === undefined && headers['sec-fetch-site'] === 'same-origin';
  return own ? (appUrl ?? `http://${headers.host}`) : null;
}
