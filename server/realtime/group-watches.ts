import type { Group } from '../../domain/debate/groups/group.ts';
import { projectGroup } from '../../domain/protocol/project-group.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import type { Rooms } from '../log/rooms.ts';
import { channel, type LiveServer, type LiveSocket } from './connection.ts';
import type { LiveRooms } from './live-rooms.ts';

/** Milliseconds between two looks at the groups of a debate: feels live, with one frame for all changes. */
const LOOK_EVERY = 500;

interface Parts {
  readonly io: LiveServer;
  readonly rooms: Rooms;
  readonly liveRooms: LiveRooms;
  readonly failed: (error: unknown) => void;
}

/**
 * Sends moderators the progress of a debate's small groups, as long as any of their connections on this node asks for it. Meanwhile the
 * groups' rooms stay open on this node.
 */
export class GroupWatches {
  readonly #parts: Parts;
  readonly #watches = new Map<string, Watch>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Starts updates to a connection; it has the debate open and belongs to a moderator. */
  watch(socket: LiveSocket, room: DebateRoom): void {
    void socket.join(channel.groups(room.id));
    const watch = this.#watches.get(room.id) ?? new Watch(room, this.#parts);
    this.#watches.set(room.id, watch);
    watch.add(socket);
  }

  /** Stops updates to a connection. */
  unwatch(socket: LiveSocket, debateId: string): void {
    const watch = this.#watches.get(debateId);
    if (!watch) return;
    void socket.leave(channel.groups(debateId));
    if (watch.remove(socket)) this.#watches.delete(debateId);
  }

  /** Stops all updates. */
  stop(): void {
    for (const watch of this.#watches.values()) watch.stop();
    this.#watches.clear();
  }
}

class Watch {
  readonly #plenary: DebateRoom;
  readonly #parts: Parts;
  readonly #sockets = new Set<LiveSocket>();
  readonly #entered = new Map<string, DebateRoom>();
  readonly #timer: NodeJS.Timeout;
  #looking = false;
  #lastSent = '';

  constructor(plenary: DebateRoom, parts: Parts) {
    this.#plenary = plenary;
    this.#parts = parts;
    this.#timer = setInterval(() => void this.#lookOnce(), LOOK_EVERY);
    void this.#lookOnce();
  }

  add(socket: LiveSocket): void {
    this.#sockets.add(socket);
    // A later watcher also gets the full overview.
    this.#lastSent = '';
  }

  /** Removes a socket; true if none is left. */
  remove(socket: LiveSocket): boolean {
    this.#sockets.delete(socket);
    if (this.#sockets.size > 0) return false;
    this.stop();
    return true;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#sockets.clear();
    for (const debateId of this.#entered.keys()) this.#parts.rooms.leave(debateId);
    this.#entered.clear();
  }

  async #lookOnce(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    await this.#look().catch(this.#parts.failed);
    this.#looking = false;
  }

  async #look(): Promise<void> {
    const groups = [...this.#plenary.state.groups.values()].filter(({ status }) => status !== 'archived');
    for (const group of groups) await this.#enter(group);
    if (this.#sockets.size === 0) return;
    const overviews = groups.flatMap(({ id, debateId }) => {
      const room = this.#entered.get(debateId);
      if (!room || room.newer || room.state.head?.plenary !== this.#plenary.id) return [];
      const { presence } = this.#parts.liveRooms.of(room);
      return projectGroup(id, room.state, presence.all('moderators'));
    });
    const serialized = JSON.stringify(overviews);
    if (serialized === this.#lastSent) return;
    this.#lastSent = serialized;
    this.#parts.io.local.to(channel.groups(this.#plenary.id)).emit('groups', overviews);
  }

  async #enter({ debateId }: Group): Promise<void> {
    if (this.#entered.has(debateId)) return;
    const room = await this.#parts.rooms.enterKnown(debateId);
    if (room === null) return;
    // Nobody is watching: all of them left meanwhile.
    if (this.#sockets.size === 0) this.#parts.rooms.leave(debateId);
    else this.#entered.set(debateId, room);
  }
}
