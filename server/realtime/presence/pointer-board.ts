import { isDeepStrictEqual } from 'node:util';
import type { Pointer, PointerMessage } from '#domain/protocol/pointer-messages.ts';
import { channel, type LiveServer, type LiveSocket } from '../connection.ts';
import type { PointerThrottle } from './pointer-throttle.ts';

/** Milliseconds for which moves are batched. */
export const BATCHED_FOR = 80;
/** Milliseconds a batch may be late; a later one shows that the server is overloaded, and pauses pointers for this long. */
const LATE = 150;
const REST = 2_000;

export interface PointerParts {
  readonly io: LiveServer;
  readonly quiet: PointerThrottle;
  /** True if pointers are off: where participants look and point says much about who they are. */
  readonly isBarred: () => boolean;
  /** Projects a position as everyone here may see it now: what it is at may have been hidden since it was set. */
  readonly project: (message: PointerMessage) => PointerMessage;
  /** Called with moves of this node's connections, for other nodes. */
  readonly publishToNodes: (moved: readonly Pointer[]) => void;
  /** Called with an error in sending, which must not end the process. */
  readonly failed: (error: unknown) => void;
}

/**
 * Where people point and look in one debate. Never stored, not sent in a quiet room, nor to readers without a name in a crowd, dropped for
 * connections that don't read at once (volatile), and the first thing skipped when the server is behind. Only the path is dropped: the last
 * position is sent when there is time again, since a pointer may rest for minutes. Only pointers that moved meanwhile are sent: a client
 * shows whatever it receives as new.
 */
export class PointerBoard {
  readonly #debateId: string;
  readonly #parts: PointerParts;
  readonly #pointers = new Map<string, Pointer>();
  #moved = new Set<string>();
  /** Of those, the ones of this node's connections. */
  #ownMoved = new Set<string>();
  /** By socket, the connections whose position it could not be sent. */
  readonly #owed = new Map<string, Set<string>>();
  /** Connections that moved in a crowd: owed to readers without a name once the crowd is gone. */
  readonly #movedInCrowd = new Set<string>();
  #scheduled = false;

  constructor(debateId: string, parts: PointerParts) {
    this.#debateId = debateId;
    this.#parts = parts;
    parts.quiet.onThinned(() => this.#sendIn(BATCHED_FOR));
  }

  get #isOff(): boolean {
    return this.#parts.quiet.on || this.#parts.isBarred();
  }

  /** The pointers for a newcomer. A reader without a name who arrives in a crowd gets them once the crowd is gone. */
  welcome(socketId: string, takesPart: boolean): Pointer[] {
    if (this.#isOff) return [];
    if (takesPart || !this.#parts.quiet.isCrowded) return this.#placesOf(this.#pointers.keys());
    this.#owe(socketId, this.#pointers.keys());
    return [];
  }

  /** Sets where one of this node's connections points and looks. */
  set(connection: string, message: PointerMessage): void {
    if (this.#isOff) {
      this.#loseOwn(connection);
      return;
    }
    if (isUnseen(message, this.#pointers.get(connection))) return;
    this.#ownMoved.add(connection);
    this.#take({ connection, ...message });
  }

  /** Applies another node's update about its connections. */
  hear(moved: readonly Pointer[]): void {
    for (const pointer of moved) {
      if (this.#isOff) this.remove(pointer.connection);
      else this.#take(pointer);
    }
  }

  #take(pointer: Pointer): void {
    this.#pointers.set(pointer.connection, pointer);
    this.#moved.add(pointer.connection);
    this.#sendIn(BATCHED_FOR);
  }

  /** Presence reports that it is gone. */
  remove(connection: string): void {
    this.#pointers.delete(connection);
    this.#moved.delete(connection);
    this.#ownMoved.delete(connection);
    this.#movedInCrowd.delete(connection);
  }

  /** Forgets a socket of this node that closed: it is owed nothing. */
  forget(socketId: string): void {
    this.#owed.delete(socketId);
  }

  /** Its new position must stay unknown, and the old one is no longer true: also on the other nodes, which are notified once. */
  #loseOwn(connection: string): void {
    if (!this.#pointers.has(connection)) return;
    this.remove(connection);
    this.#parts.publishToNodes([{ connection, over: null, look: null }]);
  }

  #sendIn(milliseconds: number): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    const due = performance.now() + milliseconds;
    setTimeout(() => {
      this.#scheduled = false;
      if (performance.now() - due > LATE) this.#sendIn(REST);
      else this.#trySend();
    }, milliseconds);
  }

  /** On a timer, where nothing else would catch an error. */
  #trySend(): void {
    try {
      this.#send();
    } catch (error) {
      this.#parts.failed(error);
    }
  }

  #send(): void {
    const [moved, own] = [this.#moved, this.#placesOf(this.#ownMoved)];
    this.#moved = new Set();
    this.#ownMoved = new Set();
    if (this.#isOff) {
      for (const { connection } of own) this.#loseOwn(connection);
      this.#owed.clear();
      this.#movedInCrowd.clear();
      return;
    }
    if (this.#parts.quiet.isCrowded) for (const connection of moved) this.#movedInCrowd.add(connection);
    else this.#oweReaders();
    this.#sendMoved(moved);
    if (own.length > 0) this.#parts.publishToNodes(own);
  }

  #placesOf(connections: Iterable<string>): Pointer[] {
    return [...connections].flatMap((connection) => {
      const pointer = this.#pointers.get(connection);
      return pointer ? [{ connection, ...this.#parts.project(pointer) }] : [];
    });
  }

  #owe(socketId: string, connections: Iterable<string>): void {
    const owed = this.#owed.get(socketId) ?? new Set();
    for (const connection of connections) owed.add(connection);
    if (owed.size > 0) this.#owed.set(socketId, owed);
  }

  /** The crowd is gone: readers without a name are owed what they weren't sent. */
  #oweReaders(): void {
    if (this.#movedInCrowd.size === 0) return;
    const takePart = this.#socketsIn(channel.participants(this.#debateId));
    for (const id of this.#socketsIn(channel.debate(this.#debateId)))
      if (!takePart.has(id)) this.#owe(id, this.#movedInCrowd);
    this.#movedInCrowd.clear();
  }

  #sendMoved(moved: ReadonlySet<string>): void {
    const { io, quiet } = this.#parts;
    const to = quiet.isCrowded ? channel.participants(this.#debateId) : channel.debate(this.#debateId);
    const caughtUp: string[] = [];
    for (const id of this.#socketsIn(to)) {
      const socket = io.of('/').sockets.get(id);
      if (!socket) continue;
      if (!socket.conn.transport.writable) {
        this.#owe(id, moved);
        if (this.#owed.has(id)) this.#sendIn(BATCHED_FOR);
      } else if (this.#owed.has(id)) {
        this.#owe(id, moved);
        this.#settle(socket);
        caughtUp.push(id);
      }
    }
    const places = this.#placesOf(moved);
    if (places.length > 0) io.local.volatile.to(to).except(caughtUp).emit('pointers', places);
  }

  #settle(socket: LiveSocket): void {
    const places = this.#placesOf(this.#owed.get(socket.id) ?? new Set());
    this.#owed.delete(socket.id);
    if (places.length > 0) socket.emit('pointers', places);
  }

  #socketsIn(name: string): ReadonlySet<string> {
    return this.#parts.io.of('/').adapter.rooms.get(name) ?? new Set();
  }
}

/** True for a move within hidden content: sending that it is still nowhere would show that someone is there. */
function isUnseen({ over, look }: PointerMessage, before: Pointer | undefined): boolean {
  return over === null && (before?.over ?? null) === null && isDeepStrictEqual(look, before?.look ?? null);
}
