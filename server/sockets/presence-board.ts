import type { PresenceMessage } from '../../domain/protocol/client-messages.ts';
import type { Present } from '../../domain/protocol/server-messages.ts';
import { channel, type LiveServer } from './connection.ts';

/** Milliseconds between updates: prompt in a small room, calm in a large one. */
const INTERVAL = { small: 150, large: 1_000 };
const LARGE_ROOM = 50;

/** Who is here in one debate. Never stored, gathered, and the first thing dropped for a slow reader (volatile). */
export class PresenceBoard {
  readonly #debateId: string;
  readonly #io: LiveServer;
  readonly #here = new Map<string, Present>();
  #changed = new Set<string>();
  #gone = new Set<string>();
  #scheduled = false;

  constructor(debateId: string, io: LiveServer) {
    this.#debateId = debateId;
    this.#io = io;
  }

  get size(): number {
    return this.#here.size;
  }

  all(): Present[] {
    return [...this.#here.values()];
  }

  set(connection: string, participantId: string | null, { at, writing }: PresenceMessage): void {
    this.#here.set(connection, { connection, participantId, at, writing });
    this.#changed.add(connection);
    this.#gone.delete(connection);
    this.#schedule();
  }

  remove(connection: string): void {
    if (!this.#here.delete(connection)) return;
    this.#changed.delete(connection);
    this.#gone.add(connection);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => this.#send(), this.#here.size < LARGE_ROOM ? INTERVAL.small : INTERVAL.large);
  }

  #send(): void {
    this.#scheduled = false;
    const here = [...this.#changed].flatMap((connection) => this.#here.get(connection) ?? []);
    const gone = [...this.#gone];
    this.#changed = new Set();
    this.#gone = new Set();
    this.#io.volatile.to(channel.debate(this.#debateId)).emit('presence', { here, gone });
  }
}
