import type { Steps } from '#domain/collections/steps.ts';
import { ENTRY_SHAPE, type LogEntry } from '#domain/debate/engine/entries.ts';
import { ENTRY_TYPES } from '#domain/debate/engine/events.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { NewerEntry, storedTypes, upcastEntry } from '#domain/debate/engine/upcast.ts';
import { reminderAfter } from '#domain/debate/tasks/reminders.ts';
import type { Notification } from '#domain/notifications/notification.ts';
import {
  mayNotify,
  NOTED_TYPES,
  type NotificationChoices,
  notificationsFor,
} from '#domain/notifications/notifications-for.ts';
import type { Database } from '../../database/open-database.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { Rooms } from '../../log/rooms.ts';
import { every } from '../../timing/every-second.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import { nextTurn } from '../../timing/next-turn.ts';
import { type LookedThrough, NotificationStore } from './notification-store.ts';

/** Entries searched at once: limits how long the thread is held. */
const PAGE = 200;
/** Notifications written per statement, unless a single entry makes more. */
const NOTES = 500;
/** Debates whose participants' choices are read per statement. */
const DEBATES = 50;
/** Entries searched per statement: PGlite runs on the thread that others wait for. */
const STRETCH = 5_000;
/** Milliseconds after which all debates are checked, for work a stopped node has left undone. */
const LOOK_AT_ALL = 60_000;

export interface NotifierParts {
  readonly database: Database;
  readonly rooms: Rooms;
  /** True if this installation emails notifications. */
  readonly mails: boolean;
  readonly failed: (error: unknown) => void;
}

/** Entries of a debate after `from` up to `to`. */
type Between = Omit<LookedThrough, 'notes' | 'remindAt'>;

/** Entries of a debate that is open here. */
interface RoomStretch extends LookedThrough {
  readonly room: DebateRoom;
}

/**
 * Searches debates' logs for notifications, asynchronously: no writer waits for it. The cursors are in the database, moved with the
 * notifications in one statement: a node that stops loses nothing, and if two nodes search the same entries only one writes.
 */
export class Notifier {
  readonly #parts: NotifierParts;
  readonly #store: NotificationStore;
  readonly #waiting = new Set<string>();
  /** Up to which entry rooms were searched, if this node did it last. */
  readonly #reached = new WeakMap<DebateRoom, number>();
  readonly #atHand = new Set<DebateRoom>();
  #lookAtAll = 0;
  #stopped = false;

  constructor(parts: NotifierParts) {
    this.#parts = parts;
    this.#store = new NotificationStore(parts.database);
  }

  /** Follows a debate's room on this node. */
  keep(room: DebateRoom): void {
    let concerned = false;
    room.onEntries((entries) => {
      concerned ||= entries.some(({ effect }) => mayNotify(effect));
    });
    // Only on the node where it was written: the other nodes receive it as well.
    room.onWritten(() => {
      if (concerned && this.#reached.has(room)) this.#atHand.add(room);
      else if (concerned) this.#waiting.add(room.id);
      concerned = false;
    });
  }

  /** Searches once a second. Returns a function that stops it. */
  watch(milliseconds: number): () => void {
    const stop = every(
      milliseconds,
      () => this.look(),
      (error) => this.#report(error),
    );
    return () => {
      stop();
      // A search under way ends with its statement: the database is about to close. The next start searches all.
      this.#stopped = true;
    };
  }

  /** Searches entries written since the last search. */
  async look(): Promise<void> {
    const now = performance.now();
    if (now >= this.#lookAtAll) {
      for (const debateId of await this.#store.behind()) this.#waiting.add(debateId);
      this.#lookAtAll = now + LOOK_AT_ALL;
    }
    await this.#lookAtHand();
    for (const debateId of [...this.#waiting]) {
      if (this.#stopped) return;
      if (!this.#waiting.delete(debateId)) continue;
      try {
        await this.#follow(debateId);
      } catch (error) {
        // Not lost: it is searched with all the others.
        this.#lookAtAll = Math.min(this.#lookAtAll, performance.now() + LOOK_AT_ALL / 10);
        this.#report(error);
      }
    }
  }

  /** Reports a search that failed, unless it was cut off by the database's closing. */
  #report(error: unknown): void {
    if (!this.#stopped) this.#parts.failed(error);
  }

  sweep(now: number): Promise<void> {
    return this.#store.sweep(now);
  }

  /**
   * Searches new entries of rooms that this node has searched before. The entries are in memory, so that many debates share a statement.
   */
  async #lookAtHand(): Promise<void> {
    const rooms = [...this.#atHand];
    this.#atHand.clear();
    for (let at = 0; at < rooms.length && !this.#stopped; at += DEBATES)
      await this.#lookAtSome(rooms.slice(at, at + DEBATES));
  }

  async #lookAtSome(rooms: readonly DebateRoom[]): Promise<void> {
    await nextTurn();
    try {
      const choices = await this.#store.choices(rooms.map(({ id }) => id));
      let group: RoomStretch[] = [];
      for (const room of rooms) {
        for (const stretch of await this.#newIn(room, choices.get(room.id) ?? new Map())) {
          // Two stretches of a room together have too many: a statement has at most one of each room.
          if (group.length > 0 && countNotes(group) + stretch.notes.length > NOTES) {
            await this.#write(group);
            group = [];
          }
          group.push({ room, ...stretch });
        }
      }
      if (group.length > 0) await this.#write(group);
    } catch (error) {
      for (const room of rooms) this.#followFromDatabase(room);
      this.#report(error);
    }
  }

  /** The new entries of a room; none if there are too many to search at once. */
  async #newIn(room: DebateRoom, choices: NotificationChoices): Promise<LookedThrough[]> {
    const from = this.#reached.get(room);
    const { state } = room;
    const entries = from === undefined ? null : room.recentAfter(from);
    if (from === undefined || entries === null || entries.length > PAGE) {
      this.#waiting.add(room.id);
      return [];
    }
    if (entries.length === 0) return [];
    const concerning = entries.filter(({ effect }) => mayNotify(effect));
    const between = { debateId: room.id, from, to: state.seq };
    return finishInTurns(stretchesOf(between, concerning, state, choices));
  }

  /** Writes stretches of several rooms. If that fails, these rooms are followed in the database. */
  async #write(group: readonly RoomStretch[]): Promise<void> {
    await nextTurn();
    try {
      const written = await this.#store.write(group, this.#parts.mails);
      for (const { room, to } of group) {
        if (written.has(room.id)) this.#reached.set(room, to);
        // Another node was here.
        else this.#followFromDatabase(room);
      }
    } catch (error) {
      for (const { room } of group) this.#followFromDatabase(room);
      this.#report(error);
    }
  }

  #followFromDatabase(room: DebateRoom): void {
    this.#reached.delete(room);
    this.#waiting.add(room.id);
  }

  async #follow(debateId: string): Promise<void> {
    while (!this.#stopped) {
      // PGlite answers without leaving the thread: a long debate would be read all at once.
      await nextTurn();
      const [from, head] = await this.#store.reach(debateId);
      if (from >= head) return;
      const end = Math.min(head, from + STRETCH);
      const entries = await this.#entries(debateId, from, end);
      const to = entries.length < PAGE ? end : (entries.at(-1)?.seq ?? end);
      // The debate only has to be open now: other nodes have most of those that are behind.
      const page = { debateId, from, to };
      const stretches =
        entries.length > 0 ? await this.#stretches(page, entries) : [{ ...page, notes: [], remindAt: null }];
      if (from === 0) await this.#store.begin(debateId);
      for (const stretch of stretches) {
        if (stretches.length > 1) await nextTurn();
        const written = await this.#store.write([stretch], this.#parts.mails);
        // If another node was here, it may not know everything this one does: searched again.
        if (!written.has(debateId)) break;
        const room = await this.#noteReached(debateId, stretch.to);
        if (room === null || stretch.to < head) continue;
        // Entries written meanwhile are in memory: they are searched with those of other rooms, without being read here.
        this.#atHand.add(room);
        return;
      }
    }
  }

  /** Records up to which entry a room was searched, and returns it; null if the debate is not open here. */
  async #noteReached(debateId: string, to: number): Promise<DebateRoom | null> {
    const { rooms } = this.#parts;
    if (!rooms.isOpen(debateId)) return null;
    return rooms.withKnown(debateId, (room) => {
      if (room) this.#reached.set(room, to);
      return room;
    });
  }

  async #stretches(page: Between, entries: readonly LogEntry[]): Promise<LookedThrough[]> {
    const { debateId, to } = page;
    const choices = (await this.#store.choices([debateId])).get(debateId) ?? new Map();
    return this.#parts.rooms.with(debateId, async (room) => {
      if (room === null) return [{ ...page, notes: [], remindAt: null }];
      if (room.state.seq < to) await room.catchUp();
      return finishInTurns(stretchesOf(page, entries, room.state, choices));
    });
  }

  async #entries(debateId: string, after: number, upTo: number): Promise<LogEntry[]> {
    const { logEntry } = this.#parts.database.prisma;
    // An entry of a newer release may need notifications: only a server that knows it may move past it.
    const newer = await logEntry.findFirst({
      where: {
        debateId,
        seq: { gt: after, lte: upTo },
        OR: [{ shape: { gt: ENTRY_SHAPE } }, { type: { notIn: storedTypes(ENTRY_TYPES) } }],
      },
      orderBy: { seq: 'asc' },
    });
    if (newer) throw new NewerEntry(newer);
    const rows = await logEntry.findMany({
      where: { debateId, seq: { gt: after, lte: upTo }, type: { in: storedTypes(NOTED_TYPES) } },
      orderBy: { seq: 'asc' },
      take: PAGE,
    });
    return rows.map(({ at, actorId: actor, authorId: author, ...row }) =>
      upcastEntry({ ...row, at: Number(at), actor, author }, ENTRY_SHAPE),
    );
  }
}

/** The notifications of entries, in as many stretches as needed for each to be written at once. */
function* stretchesOf(
  { debateId, from, to }: Between,
  entries: readonly LogEntry[],
  state: DebateState,
  choices: NotificationChoices,
): Steps<LookedThrough[]> {
  const stretches: LookedThrough[] = [];
  // Entries may be searched long after they were written.
  const remindAt = reminderAfter(state, entries);
  let since = from;
  let notes: Notification[] = [];
  for (const entry of entries) {
    const more = yield* notificationsFor(entry, state, choices);
    if (notes.length > 0 && notes.length + more.length > NOTES) {
      stretches.push({ debateId, from: since, to: entry.seq - 1, notes, remindAt });
      since = entry.seq - 1;
      notes = [];
    }
    // Too many for arguments of one call, where one entry shows thousands of contributions.
    for (const note of more) notes.push(note);
    yield;
  }
  stretches.push({ debateId, from: since, to, notes, remindAt });
  return stretches;
}

function countNotes(stretches: readonly LookedThrough[]): number {
  return stretches.reduce((sum, { notes }) => sum + notes.length, 0);
}
