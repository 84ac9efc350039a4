import type { Pointer, PointerMessage } from '../../domain/protocol/pointer-messages.ts';
import { channel, type LiveServer } from './connection.ts';
import type { QuietRoom } from './quiet-room.ts';

/** Milliseconds for which moves are gathered. */
const INTERVAL = 80;
/** A gathering that ends so much too late says that the server has more to do than it can; it is so long without pointers then. */
const LATE = 150;
const REST = 2_000;

/**
 * Where people point and look in one debate. Nothing of it matters: it is kept nowhere, not sent in a quiet room, dropped
 * for whoever does not read at once (volatile), and the first thing left out when the server is behind.
 */
export class PointerBoard {
  readonly #debateId: string;
  readonly #io: LiveServer;
  readonly #quiet: QuietRoom;
  readonly #pointers = new Map<string, Pointer>();
  #moved = new Set<string>();
  #scheduled = false;
  #restUntil = 0;

  constructor(debateId: string, io: LiveServer, quiet: QuietRoom) {
    this.#debateId = debateId;
    this.#io = io;
    this.#quiet = quiet;
  }

  all(): Pointer[] {
    return this.#quiet.on ? [] : [...this.#pointers.values()];
  }

  set(connection: string, message: PointerMessage): void {
    if (this.#quiet.on) return;
    this.#pointers.set(connection, { connection, ...message });
    this.#moved.add(connection);
    if (this.#scheduled) return;
    this.#scheduled = true;
    const due = performance.now() + INTERVAL;
    setTimeout(() => this.#send(due), INTERVAL);
  }

  /** That it is gone is told by presence. */
  remove(connection: string): void {
    this.#pointers.delete(connection);
    this.#moved.delete(connection);
  }

  #send(due: number): void {
    this.#scheduled = false;
    const moved = [...this.#moved].flatMap((connection) => this.#pointers.get(connection) ?? []);
    this.#moved = new Set();
    const now = performance.now();
    if (now - due > LATE) this.#restUntil = now + REST;
    if (now < this.#restUntil || this.#quiet.on || moved.length === 0) return;
    this.#io.local.volatile.to(channel.debate(this.#debateId)).emit('pointers', moved);
  }
}
