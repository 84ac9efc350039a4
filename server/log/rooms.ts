import type { Refusal } from '../../domain/debate/engine/refusal.ts';
import { NewerEntry } from '../../domain/debate/engine/upcast.ts';
import type { Span } from '../tracing/traces.ts';
import { DebateRoom } from './debate-room.ts';
import type { GroupCommit } from './group-commit.ts';
import type { OperationLog } from './operation-log.ts';
import { refuseNewer, unlessNewer } from './refuse-newer.ts';
import { loadState, SNAPSHOT_EVERY, storeSnapshot } from './snapshots/snapshots.ts';

/** Milliseconds a room without connections is kept: people reload. */
const KEEP_IDLE = 60_000;

interface OpenRoom {
  room: Promise<DebateRoom | null>;
  /** The same once it is loaded; `null` until then. */
  loaded: DebateRoom | null;
  users: number;
  idleSince: number;
  storedAt: number;
}

/** The debates this node has open. A room is opened by its first user and closed a while after the last. */
export class Rooms {
  readonly #log: OperationLog;
  readonly #commit: GroupCommit;
  readonly #failed: (error: unknown) => void;
  readonly #openedListeners: ((room: DebateRoom) => void)[] = [];
  readonly #outdatedListeners: ((debateId: string, entry: NewerEntry) => void)[] = [];
  readonly #open = new Map<string, OpenRoom>();
  readonly #newer = new Map<string, NewerEntry>();

  /** `failed` is called with errors of storing snapshots. */
  constructor(log: OperationLog, commit: GroupCommit, failed: (error: unknown) => void) {
    this.#log = log;
    this.#commit = commit;
    this.#failed = failed;
  }

  /** Calls `listener` with each room before anything happens in it; in the order they were added. */
  onOpened(listener: (room: DebateRoom) => void): void {
    this.#openedListeners.push(listener);
  }

  /** Calls `listener`, once for each debate, with an entry that a newer release wrote. */
  onOutdated(listener: (debateId: string, entry: NewerEntry) => void): void {
    this.#outdatedListeners.push(listener);
  }

  /**
   * Runs `use` with a debate's room, which stays open meanwhile; `null` if there is no such debate. Throws a `NewerEntry` for a debate with
   * an entry of a newer release.
   */
  async with<T>(debateId: string, use: (room: DebateRoom | null) => T | Promise<T>): Promise<T> {
    const room = await this.enter(debateId);
    try {
      return await use(room);
    } finally {
      if (room) this.leave(debateId);
    }
  }

  /** Like `with`, but refuses a debate that has an entry from a newer release, as `server_outdated`. */
  answer<T>(debateId: string, use: (room: DebateRoom | null) => T | Promise<T>): Promise<T | Refusal> {
    return refuseNewer(() => this.with(debateId, use));
  }

  /** Like `with`, but `null` for a debate that has an entry from a newer release: lists leave it out. */
  withKnown<T>(debateId: string, use: (room: DebateRoom | null) => T | Promise<T>): Promise<T | null> {
    return unlessNewer(() => this.with(debateId, use));
  }

  /** Like `enter`, but `null` for a debate that has an entry from a newer release. */
  enterKnown(debateId: string): Promise<DebateRoom | null> {
    return unlessNewer(() => this.enter(debateId));
  }

  /** Opens a room for as long as a connection lasts; each success needs one `leave`. */
  async enter(debateId: string): Promise<DebateRoom | null> {
    const newer = this.#newer.get(debateId);
    if (newer) throw newer;
    let open = this.#open.get(debateId);
    if (!open) {
      open = { room: Promise.resolve(null), loaded: null, users: 0, idleSince: 0, storedAt: 0 };
      open.room = this.#load(debateId, open);
      this.#open.set(debateId, open);
    }
    open.users += 1;
    try {
      const room = await open.room;
      if (room === null) this.#forget(debateId, open);
      return room;
    } catch (error) {
      this.#forget(debateId, open);
      if (error instanceof NewerEntry) this.#noteNewer(debateId, error);
      throw error;
    }
  }

  leave(debateId: string): void {
    const open = this.#open.get(debateId);
    if (!open) return;
    open.users -= 1;
    open.idleSince = Date.now();
  }

  /** Reads what another node wrote in a debate, if it is open here and behind; a room that is writing reads by itself. */
  async hear(debateId: string, head: number, spans: readonly Span[] = []): Promise<void> {
    const room = await this.#open.get(debateId)?.room.catch(() => null);
    if (room?.idle && room.state.seq < head) await room.catchUp(spans);
  }

  /** Number of open rooms. */
  get size(): number {
    return this.#open.size;
  }

  isOpen(debateId: string): boolean {
    return this.#open.has(debateId);
  }

  /** The open rooms; not those still being loaded, which may take long. */
  all(): DebateRoom[] {
    return [...this.#open.values()].flatMap(({ loaded }) => loaded ?? []);
  }

  /** Closes rooms that were unused for a while, and stores the states of those with many new entries. Call it periodically. */
  async sweep(now: number): Promise<void> {
    for (const [debateId, open] of this.#open) {
      const room = open.loaded;
      if (room === null) continue;
      if (room.state.seq - open.storedAt >= SNAPSHOT_EVERY) await this.#store(open, room);
      const unused = open.users === 0 && room.idle && now - open.idleSince > KEEP_IDLE;
      if (unused) this.#forget(debateId, open);
    }
  }

  /** Stores the states of all open rooms that changed since they were last stored, for a quick restart. */
  async storeAll(): Promise<void> {
    for (const open of this.#open.values()) {
      const room = open.loaded;
      if (room && room.state.seq - open.storedAt >= SNAPSHOT_EVERY / 10) await this.#store(open, room);
    }
  }

  async #load(debateId: string, open: OpenRoom): Promise<DebateRoom | null> {
    const loaded = await loadState(this.#log, debateId);
    if (loaded === null) return null;
    open.storedAt = loaded.storedAt;
    const room = new DebateRoom(debateId, loaded.state, this.#log, this.#commit);
    room.onNewer((entry) => this.#noteNewer(debateId, entry));
    for (const listener of this.#openedListeners) listener(room);
    open.loaded = room;
    return room;
  }

  #noteNewer(debateId: string, entry: NewerEntry): void {
    if (this.#newer.has(debateId)) return;
    this.#newer.set(debateId, entry);
    for (const listener of this.#outdatedListeners) listener(debateId, entry);
  }

  /** Compares the room, not only the id: it may have been reopened meanwhile. */
  #forget(debateId: string, open: OpenRoom): void {
    if (this.#open.get(debateId) === open) this.#open.delete(debateId);
  }

  async #store(open: OpenRoom, room: DebateRoom): Promise<void> {
    const { state } = room;
    try {
      await storeSnapshot(this.#log, room.id, state);
      open.storedAt = state.seq;
    } catch (error) {
      this.#failed(error);
    }
  }
}
