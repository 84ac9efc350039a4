import type { Server } from 'node:http';
import type { LogEntry } from '../../domain/debate/engine/entries.ts';
import { KnownSenders } from '../auth/known-senders.ts';
import type { Limiter } from '../limits/limiter.ts';
import { describeError } from '../logging/describe-error.ts';
import type { Logger } from '../logging/logger.ts';
import { applyAccess } from '../realtime/apply-access.ts';
import type { LiveServer } from '../realtime/connection.ts';
import { endConnectionsIn, endConnectionsOf } from '../realtime/end-connections.ts';
import { Handshakes } from '../realtime/handshakes.ts';
import { LiveRooms } from '../realtime/live-rooms.ts';
import { createLiveServer } from '../realtime/live-server.ts';
import { installationId } from '../realtime/relay/installation-id.ts';
import type { Nodes } from '../realtime/relay/nodes.ts';
import { SINGLE_NODE } from '../realtime/relay/single-node.ts';
import type { Base } from './base.ts';
import type { Accounts } from './open-accounts.ts';
import type { Storage } from './storage.ts';

/** Connections of browsers and programs, and the way to other nodes. */
export interface Realtime {
  readonly io: LiveServer;
  readonly senders: KnownSenders;
  readonly handshakes: Handshakes;
  readonly liveRooms: LiveRooms;
  readonly nodes: Nodes;
}

interface RealtimeParts {
  readonly http: Server;
  readonly limiter: Limiter;
  readonly storage: Storage;
  readonly accounts: Accounts;
}

export async function openRealtime(
  base: Base,
  { http, limiter, storage, accounts: { auth } }: RealtimeParts,
): Promise<Realtime> {
  const { env } = base;
  const { rooms } = storage;
  const senders = new KnownSenders(auth);
  const handshakes = new Handshakes({ limiter, senders, proxies: env.proxies });
  const io = createLiveServer(http, env, (handshake) => handshakes.admit(handshake));
  handshakes.watch(io);
  auth.onEnded((ended) => endConnectionsOf(io, ended));
  // After the answers to pending operations.
  rooms.onOutdated((debateId) => setImmediate(() => endConnectionsIn(io, debateId)));
  const liveRooms = new LiveRooms(io, env.sharedFrames, base.meters);
  rooms.onOpened((room) => liveRooms.open(room));
  rooms.onOpened((room) => applyAccess(room, io));
  rooms.onOpened((room) => room.onEntries((entries) => logSanctions(base.logger, room.id, entries)));
  const nodes = await joinOthers(base, storage, io, liveRooms);
  liveRooms.publishTo(nodes.publish);
  storage.shareWith((debateId) => nodes.remoteConnections(debateId) > 0);
  rooms.onOpened((room) => nodes.opened(room));
  return { io, senders, handshakes, liveRooms, nodes };
}

/** Logs who was kept out or muted, on every node that has the debate open: by ids, like all that concerns access. */
function logSanctions(logger: Logger, debate: string, entries: readonly LogEntry[]): void {
  for (const { effect } of entries) {
    if (effect.type === 'participant.membershipChanged')
      logger.info(
        { debate, participant: effect.participantId, membership: effect.membership },
        'a membership was changed',
      );
    if (effect.type === 'participant.muted')
      logger.info({ debate, participant: effect.participantId, muted: effect.muted }, 'a mute was changed');
  }
}

/** The other nodes, if Redis is configured. */
async function joinOthers(
  { env, logger, database, traces }: Base,
  { rooms }: Storage,
  io: LiveServer,
  liveRooms: LiveRooms,
): Promise<Nodes> {
  if (env.redisUrl === null) return SINGLE_NODE;
  // The Redis client is loaded only if Redis is configured.
  const { joinNodes } = await import('../realtime/relay/nodes.ts');
  return joinNodes({
    redisUrl: env.redisUrl,
    installation: await installationId(database),
    io,
    rooms,
    traces,
    boards: () => liveRooms.boards(),
    changed: (isThere, why) =>
      isThere ? logger.info('Redis connected') : logger.warn({ why }, 'Redis unavailable'),
    failed: (error) => logger.warn({ err: describeError(error) }, 'reading another node’s entries failed'),
  });
}
