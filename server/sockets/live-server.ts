import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import { LIMITS } from '../../domain/debate/limits.ts';
import { rejection } from '../../domain/debate/rejections.ts';
import { openSchema, presenceSchema, submitSchema } from '../../domain/protocol/client-messages.ts';
import { LIVE_PATH } from '../../domain/protocol/events.ts';
import type { Authentication } from '../auth/auth.ts';
import { isSameOrigin } from '../auth/same-origin.ts';
import { toSubmission } from '../log/submission.ts';
import type { Logger } from '../logger.ts';
import { channel, type LiveServer, type LiveSocket } from './connection.ts';
import { type InboundEvents, listen } from './inbound.ts';
import { closeDebate, type OpenParts, openDebate } from './open-event.ts';
import { isOverBudget } from './outgoing-budget.ts';
import { RateLimits } from './rate-limits.ts';

/** Connections one person may have (tabs, devices), and this node in all. */
const CONNECTIONS_PER_PERSON = 20;
const CONNECTIONS = 5_000;

export interface LiveParts extends OpenParts {
  readonly auth: Authentication;
  readonly appUrl: string | null;
  readonly logger: Logger;
}

/** The Socket.IO server, attached beside Next on its own path. Nothing is listened to before `serveLive`. */
export function createLiveServer(http: HttpServer, appUrl: string | null): LiveServer {
  return new Server(http, {
    path: LIVE_PATH,
    serveClient: false,
    // Other upgrades (Next's hot reload) are not ours to end.
    destroyUpgrade: false,
    maxHttpBufferSize: LIMITS.messageBytes,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
    perMessageDeflate: false,
    // Any page anywhere may open a WebSocket to us: `cors` does not guard it, this does.
    allowRequest: (request, decide) => decide(null, isOwnRequest(request, appUrl)),
  });
}

/** Takes connections and their events; the answer stops the housekeeping. */
export function serveLive(io: LiveServer, parts: LiveParts): () => void {
  const limits = new RateLimits();
  const events = inboundEvents(parts);
  io.use((socket, next) => {
    admit(io, socket, parts).then(
      (admitted) => next(admitted ? undefined : new Error('too_many')),
      () => next(new Error('unavailable')),
    );
  });
  io.on('connection', (socket) => {
    if (socket.data.person) void socket.join(channel.person(socket.data.person.id));
    listen(socket, events, limits, parts.logger);
    socket.on('disconnect', () => closeDebate(parts.rooms, parts.liveRooms, socket));
  });
  const housekeeping = setInterval(() => {
    limits.sweep();
    for (const socket of io.of('/').sockets.values()) if (isOverBudget(socket)) drop(socket, parts.logger);
  }, 1_000);
  return () => clearInterval(housekeeping);
}

function inboundEvents(parts: LiveParts): InboundEvents {
  return {
    open: { schema: openSchema, cost: 5, run: (socket, message) => openDebate(parts, socket, message) },
    submit: {
      schema: submitSchema,
      cost: 1,
      run: (socket, { clientSeq, operation }) => {
        const { open, person } = socket.data;
        if (open === null || open.participantId === null) {
          return { ok: false, rejection: rejection(person === null ? 'not_signed_in' : 'not_joined') };
        }
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
  };
}

async function admit(io: LiveServer, socket: LiveSocket, { auth }: LiveParts): Promise<boolean> {
  const cookie = socket.handshake.headers.cookie ?? '';
  socket.data.open = null;
  socket.data.person = await auth.currentPerson(new Headers({ cookie }));
  if (io.engine.clientsCount > CONNECTIONS) return false;
  const { person } = socket.data;
  const own = person && io.of('/').adapter.rooms.get(channel.person(person.id));
  return (own?.size ?? 0) < CONNECTIONS_PER_PERSON;
}

function isOwnRequest(request: IncomingMessage, appUrl: string | null): boolean {
  const { origin, host } = request.headers;
  return isSameOrigin(origin ?? null, host ?? null, appUrl) || isSamePage(request, origin);
}

/** A browser's long-polling GET to its own site carries no Origin; a foreign page's always does. */
function isSamePage(request: IncomingMessage, origin: string | undefined): boolean {
  const upgrade = request.headers.upgrade !== undefined;
  return origin === undefined && !upgrade && request.headers['sec-fetch-site'] === 'same-origin';
}

/** A reader that does not read holds memory: it is told to catch up when it can, and dropped. */
function drop(socket: LiveSocket, logger: Logger): void {
  logger.warn({ connection: socket.id }, 'dropped a connection that does not read');
  socket.emit('closing', { reason: 'too_slow' });
  socket.disconnect(true);
}
