import { randomBytes } from 'node:crypto';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { Rooms } from '../../log/rooms.ts';
import type { Traces } from '../../tracing/traces.ts';
import type { LiveServer } from '../connection.ts';
import type { PublishToNodes } from '../live-rooms.ts';
import { HeadHints } from './head-hints.ts';
import { NODE_MESSAGES, type NodeEvents } from './node-events.ts';
import { type Hands, PointerRelay } from './pointer-relay.ts';
import { type LocalPresence, PresenceRelay } from './presence-relay.ts';
import { openRedis, type RedisLink } from './redis-link.ts';

/** The other nodes of this installation, as far as known through Redis. */
export interface Nodes {
  /** State of Redis: not configured, connected, or unavailable. Without it nodes still meet in the database, once a second. */
  readonly redis: 'none' | 'there' | 'away';
  /** Connections in a debate on other nodes. */
  remoteConnections(debateId: string): number;
  /** A room was opened on this node. */
  opened(room: DebateRoom): void;
  /** Publishes changes of this node's connections. */
  readonly publish: PublishToNodes;
  /** Announces that this node is leaving. */
  leave(): void;
  /** Closes the connection to Redis; after the Socket.IO server is closed. */
  close(): void;
}

export interface NodesParts {
  readonly redisUrl: string;
  /** Id of this installation: others may use the same Redis. */
  readonly installation: string;
  readonly io: LiveServer;
  readonly rooms: Rooms;
  readonly traces: Traces;
  readonly boards: () => ReadonlyMap<string, Hands & { readonly presence: LocalPresence }>;
  /** Called when Redis becomes available, or unavailable, with the reason. */
  readonly changed: (isThere: boolean, why: string) => void;
  readonly failed: (error: unknown) => void;
}

/** Maximum sign-outs kept in Redis, for nodes that lost their connection to it for a moment. */
const KEPT = 1_000;
/** Milliseconds a read from Redis waits for something new. */
const WAIT = 2_000;

/** Joins the other nodes through Redis, which may be unavailable now or at any time. */
export function joinNodes(parts: NodesParts): Nodes {
  const { io, redisUrl, installation, changed } = parts;
  const node = randomBytes(9).toString('base64url');
  const redis = openRedis(redisUrl, (isThere, why) => {
    changed(isThere, why);
    if (isThere) presence.beat();
  });
  io.adapter(adapterOn(redis, `parley:${installation}`));
  const publish: Publish = (event, ...message) => {
    if (redis.isThere) io.serverSideEmit(event, ...message);
  };
  const heads = headHints(parts, publish);
  const presence = presenceBetween(parts, publish, node);
  const hands = new PointerRelay({
    boards: parts.boards,
    elsewhereIn: (debateId) => presence.elsewhereIn(debateId),
    publishCarets: (there) => publish('carets', there),
    publishPointers: (there) => publish('pointers', there),
  });
  listenToNodes(io, {
    heads: (written) => heads.hear(written),
    tracedHeads: (written) => heads.hear(written),
    presence: (from, there) => presence.hearPresence(from, there),
    carets: (there) => hands.hearCarets(there),
    pointers: (there) => hands.hearPointers(there),
    whoIsThere: (debateIds) => {
      presence.hearAsked(debateIds);
      hands.hearAsked(debateIds);
    },
    alive: (from, counts) => presence.hearAlive(from, counts),
    left: (from) => presence.hearLeft(from),
  });
  return {
    get redis() {
      return redis.isThere ? 'there' : 'away';
    },
    remoteConnections: (debateId) => presence.elsewhereIn(debateId),
    opened: (room) => {
      room.onWritten((head, [span]) => heads.written(room.id, head, span?.traceparent));
      presence.opened(room.id);
    },
    publish: {
      presence: (debateId, update) => presence.changed(debateId, update),
      carets: (debateId, update) => hands.caretsChanged(debateId, update),
      pointers: (debateId, moved) => hands.pointersMoved(debateId, moved),
    },
    leave: () => {
      presence.stop();
      publish('left', node);
    },
    close: () => redis.close(),
  };
}

type Publish = <E extends keyof NodeEvents>(event: E, ...message: Parameters<NodeEvents[E]>) => void;

function adapterOn(redis: RedisLink, name: string): ReturnType<typeof createAdapter> {
  const options = { streamName: name, channelPrefix: name, maxLen: KEPT, blockTimeInMs: WAIT };
  return createAdapter(redis.client, options);
}

function headHints({ rooms, traces, failed }: NodesParts, publish: Publish): HeadHints {
  return new HeadHints({
    publish: (written, traced) => {
      if (traced.length > 0) publish('tracedHeads', traced);
      publish('heads', written);
    },
    isOpen: (debateId) => rooms.isOpen(debateId),
    read: async (debateId, head, traceparent) => {
      const span = traces.goOn('relay', traceparent);
      await rooms.hear(debateId, head, span ? [span] : []).finally(() => span?.end());
    },
    failed,
  });
}

function presenceBetween({ boards }: NodesParts, publish: Publish, node: string): PresenceRelay {
  return new PresenceRelay({
    boards: () => new Map([...boards()].map(([debateId, { presence }]) => [debateId, presence])),
    publish: (there) => publish('presence', node, there),
    ask: (debateIds) => publish('whoIsThere', debateIds),
    beat: (counts) => publish('alive', node, counts),
  });
}

/** Handles messages of other nodes that match their schema. */
function listenToNodes(io: LiveServer, events: NodeEvents): void {
  for (const event of Object.keys(events) as (keyof NodeEvents)[]) listenTo(io, event, events[event]);
}

function listenTo<E extends keyof NodeEvents>(io: LiveServer, event: E, take: NodeEvents[E]): void {
  const hear = (...message: unknown[]) => {
    const parsed = NODE_MESSAGES[event].safeParse(message);
    if (parsed.success) Reflect.apply(take, undefined, parsed.data);
  };
  Reflect.apply(io.on, io, [event, hear]);
}
