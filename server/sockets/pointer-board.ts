import type { Pointer, PointerMessage } from '../../domain/protocol/pointer-messages.ts';
import { channel, type LiveServer } from './connection.ts';
import type { QuietRoom } from './quiet-room.ts';

/** Milliseconds for which moves are gathered. */
const INTERVAL = 80;
/** A gathering that ends so much too late says that the server has more to do than it can; it rests from pointers so long then. */
const LATE = 150;
const REST = 2_000;

export interface PointerParts {
  readonly io: LiveServer;
  readonly quiet: QuietRoom;
  /** Whether nobody may point here: where somebody looks and points says much of who they are. */
  readonly isBarred: () => boolean;
  /** Hears of what this node's connections move, for other nodes. */
  readonly tellNodes: (moved: readonly Pointer[]) => void;
}

/**
 * Where people point and look in one debate. It is kept nowhere, not sent in a quiet room, nor to readers in a crowd, dropped
 * for whoever does not read at once (volatile), and the first thing left out when the server is behind. What is dropped is
 * the way: where a hand came to rest is told when there is time again, as nobody may move it for minutes.
 */
export class PointerBoard {
  readonly #debateId: string;
  readonly #parts: PointerParts;
  readonly #pointers = new Map<string, Pointer>();
  #moved = new Set<string>();
  /** Of those, the ones of this node's connections. */
  #ownMoved = new Set<string>();
  /** Sockets that could not be told what moved last. */
  #behind = new Set<string>();
  #scheduled = false;

  constructor(debateId: string, parts: PointerParts) {
    this.#debateId = debateId;
    this.#parts = parts;
  }

  get #isOff(): boolean {
    return this.#parts.quiet.on || this.#parts.isBarred();
  }

  all(): Pointer[] {
    return this.#isOff ? [] : [...this.#pointers.values()];
  }

  set(connection: string, message: PointerMessage): void {
    if (this.#isOff) return;
    this.#ownMoved.add(connection);
    this.#take({ connection, ...message });
  }

  /** Takes what another node tells of its connections. */
  hear(moved: readonly Pointer[]): void {
    if (this.#isOff) return;
    for (const pointer of moved) this.#take(pointer);
  }

  #take(pointer: Pointer): void {
    this.#pointers.set(pointer.connection, pointer);
    this.#moved.add(pointer.connection);
    this.#sendIn(INTERVAL);
  }

  /** That it is gone is told by presence. */
  remove(connection: string): void {
    this.#pointers.delete(connection);
    this.#moved.delete(connection);
    this.#ownMoved.delete(connection);
  }

  #sendIn(milliseconds: number): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    const due = performance.now() + milliseconds;
    setTimeout(() => {
      this.#scheduled = false;
      if (performance.now() - due > LATE) this.#sendIn(REST);
      else this.#send();
    }, milliseconds);
  }

  #send(): void {
    const placesOf = (connections: ReadonlySet<string>) =>
      [...connections].flatMap((connection) => this.#pointers.get(connection) ?? []);
    const [moved, own] = [placesOf(this.#moved), placesOf(this.#ownMoved)];
    this.#moved = new Set();
    this.#ownMoved = new Set();
    if (this.#isOff) {
      this.#behind.clear();
      return;
    }
    this.#tell(moved);
    if (own.length > 0) this.#parts.tellNodes(own);
    if (this.#behind.size > 0) this.#sendIn(INTERVAL);
  }

  #tell(moved: readonly Pointer[]): void {
    const { io, quiet } = this.#parts;
    const to = quiet.isCrowded ? channel.participants(this.#debateId) : channel.debate(this.#debateId);
    const behind = new Set<string>();
    for (const id of io.of('/').adapter.rooms.get(to) ?? []) {
      const socket = io.of('/').sockets.get(id);
      const missed = this.#behind.has(id);
      if (!socket?.conn.transport.writable) {
        if (missed || moved.length > 0) behind.add(id);
      } else if (missed) socket.emit('pointers', this.all());
    }
    this.#behind = behind;
    if (moved.length > 0) io.local.volatile.to(to).emit('pointers', [...moved]);
  }
}
