import type { PresenceMessage } from '../../domain/protocol/client-messages.ts';
import type { PresenceUpdate, Present } from '../../domain/protocol/server-messages.ts';
import { channel, type LiveServer } from './connection.ts';
import { PresenceChanges } from './presence-changes.ts';

/** Milliseconds between updates: prompt in a small room, calm in a large one. */
const INTERVAL = { small: 150, large: 1_000 };
const LARGE_ROOM = 50;
/** Connections of other nodes shown at most. */
const MOST_ELSEWHERE = 5_000;

/**
 * Who is here in one debate, on this node and as the others tell. Never stored, gathered, and the first thing dropped
 * for a slow reader (volatile).
 */
export class PresenceBoard {
  readonly #debateId: string;
  readonly #io: LiveServer;
  readonly #tellNodes: (update: PresenceUpdate) => void;
  readonly #here = new Map<string, Present>();
  readonly #elsewhere = new Map<string, Present>();
  /** What this node's connections have not been told, and what other nodes have not. */
  readonly #changes = new PresenceChanges();
  readonly #ownChanges = new PresenceChanges();
  #scheduled = false;

  /** `tellNodes` hears of changes among this node's connections, for other nodes. */
  constructor(debateId: string, io: LiveServer, tellNodes: (update: PresenceUpdate) => void) {
    this.#debateId = debateId;
    this.#io = io;
    this.#tellNodes = tellNodes;
  }

  all(): Present[] {
    return [...this.#here.values(), ...this.#elsewhere.values()];
  }

  /** Those whose connections this node has. */
  own(): Present[] {
    return [...this.#here.values()];
  }

  set(connection: string, participantId: string | null, { at, writing }: PresenceMessage): void {
    this.#here.set(connection, { connection, participantId, at, writing });
    this.#changes.came(connection);
    this.#ownChanges.came(connection);
    this.#schedule();
  }

  remove(connection: string): void {
    if (!this.#here.delete(connection)) return;
    this.#changes.left(connection);
    this.#ownChanges.left(connection);
    this.#schedule();
  }

  /** Takes what another node tells of its connections. */
  hear({ here, gone }: PresenceUpdate): void {
    for (const present of here) {
      if (this.#elsewhere.size >= MOST_ELSEWHERE && !this.#elsewhere.has(present.connection)) continue;
      this.#elsewhere.set(present.connection, present);
      this.#changes.came(present.connection);
    }
    for (const connection of gone) {
      if (this.#elsewhere.delete(connection)) this.#changes.left(connection);
    }
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    const many = this.#here.size + this.#elsewhere.size >= LARGE_ROOM;
    setTimeout(() => this.#send(), many ? INTERVAL.large : INTERVAL.small);
  }

  #send(): void {
    this.#scheduled = false;
    const find = (connection: string) => this.#here.get(connection) ?? this.#elsewhere.get(connection);
    const update = this.#changes.take(find);
    this.#io.local.volatile.to(channel.debate(this.#debateId)).emit('presence', update);
    const own = this.#ownChanges.take(find);
    if (own.here.length > 0 || own.gone.length > 0) this.#tellNodes(own);
  }
}
