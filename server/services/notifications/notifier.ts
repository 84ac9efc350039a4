import type { Steps } from '#domain/collections/steps.ts';
import { ENTRY_SHAPE, type LogEntry } from '#domain/debate/engine/entries.ts';
import { ENTRY_TYPES } from '#domain/debate/engine/events.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { NewerEntry, storedTypes, upcastEntry } from '#domain/debate/engine/upcast.ts';
import { reminderAfter } from '#domain/debate/tasks/reminders.ts';
import { NOTIFICATION_LIMITS, type Notification } from '#domain/notifications/notification.ts';
import {
  mayNotify,
  NOTED_TYPES,
  type NotificationChoices,
  notificationsFor,
} from '#domain/notifications/notifications-for.ts';
import type { Database } from '../../database/open-database.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { Rooms } from '../../log/rooms.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import { nextTurn } from '../../timing/next-turn.ts';
import { every } from '../../timing/polling.ts';
import { type LookedThrough, NotificationStore } from './notification-store.ts';

/** Entries searched at once: limits how long the thread is held. */
const PAGE = 200;
/** Debates whose participants' choices are read per statement. */
const DEBATES = 50;
/** Entries searched per statement: PGlite runs on the thread that others wait for. */
const STRETCH = 5_000;
/** Milliseconds after which all debates are checked, for work a stopped node has left undone. */
const LOOK_AT_ALL = 60_000;
/** Milliseconds until a debate that failed is searched again; each time twice as long, up to `PATIENCE`. */
const AGAIN = LOOK_AT_ALL / 10;
const PATIENCE = 600_000;
/** Searches that are under way at once: each holds the state of its debate. */
const SEARCHES = 4;

/** Bounds of what is held and written at once: one entry may notify thousands of people of thousands of things. */
interface Bounds {
  /** Notifications written per statement. */
  readonly notes: number;
  /** Notifications of one entry for each person: more would soon be deleted. */
  readonly kept: number;
  /** Statements for one debate before others get a turn. */
  readonly inARow: number;
}
const BOUNDS: Bounds = { notes: 500, kept: NOTIFICATION_LIMITS.keptNotes, inARow: 20 };

export interface NotifierParts {
  readonly database: Database;
  readonly rooms: Rooms;
  /** True if this installation emails notifications. */
  readonly mails: boolean;
  readonly failed: (error: unknown) => void;
  /** Replaces some of the usual bounds. */
  readonly bounds?: Partial<Bounds>;
}

/** Entries of a debate after `from` up to `to`. */
type Between = Omit<LookedThrough, 'notes' | 'remindAt'>;

/** Stretches made of entries in steps, to be written one after the other. */
type Stretches = Iterator<LookedThrough | undefined, void>;

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
  readonly #bounds: Bounds;
  readonly #store: NotificationStore;
  readonly #waiting = new Set<string>();
  /** Up to which entry rooms were searched, if this node did it last. */
  readonly #reached = new WeakMap<DebateRoom, number>();
  readonly #atHand = new Set<DebateRoom>();
  /** Searches of debates with more to write than fits in a row. */
  readonly #underWay = new Map<string, AsyncGenerator<undefined, void>>();
  /** Debates that failed: how often in a row, and until when they are left alone. */
  readonly #failing = new Map<string, { readonly times: number; readonly until: number }>();
  #lookAtAll = 0;
  #stopped = false;

  constructor(parts: NotifierParts) {
    this.#parts = parts;
    this.#bounds = { ...BOUNDS, ...parts.bounds };
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
    await this.#lookForBehind();
    await this.#lookAtHand();
    for (const debateId of this.#waiting) {
      if (this.#stopped) return;
      this.#waiting.delete(debateId);
      if ((this.#failing.get(debateId)?.until ?? 0) > performance.now()) continue;
      try {
        if (await this.#goOn(debateId)) this.#failing.delete(debateId);
        else await this.#letOthersPass(debateId);
      } catch (error) {
        this.#leaveAlone(debateId);
        this.#report(error);
      }
    }
  }

  /** Puts a debate with much to write behind all others. */
  async #letOthersPass(debateId: string): Promise<void> {
    // A failure of this search is not the debate's.
    await this.#lookForBehind().catch((error) => this.#report(error));
    await this.#lookAtHand();
    this.#waiting.delete(debateId);
    this.#waiting.add(debateId);
  }

  async #lookForBehind(): Promise<void> {
    const now = performance.now();
    if (now < this.#lookAtAll || this.#stopped) return;
    for (const debateId of await this.#store.behind()) this.#waiting.add(debateId);
    this.#lookAtAll = now + LOOK_AT_ALL;
  }

  /** Goes on with the search of a debate, as far as may be written in a row; true if it is finished. */
  async #goOn(debateId: string): Promise<boolean> {
    const search = this.#underWay.get(debateId) ?? this.#follow(debateId);
    // A search that fails begins again at the debate's cursor, and so does one of too many.
    this.#underWay.delete(debateId);
    for (let written = 0; written < this.#bounds.inARow; written++)
      if ((await search.next()).done) return true;
    if (this.#underWay.size < SEARCHES) this.#underWay.set(debateId, search);
    return false;
  }

  /** Leaves a debate that failed alone for a while. Not lost: it is searched again with all the others. */
  #leaveAlone(debateId: string): void {
    const times = (this.#failing.get(debateId)?.times ?? 0) + 1;
    const until = performance.now() + Math.min(AGAIN * 2 ** (times - 1), PATIENCE);
    this.#failing.set(debateId, { times, until });
    this.#lookAtAll = Math.min(this.#lookAtAll, until);
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
        const stretch = await this.#newIn(room, choices.get(room.id) ?? new Map());
        if (stretch === null) continue;
        if (group.length > 0 && countNotes(group) + stretch.notes.length > this.#bounds.notes) {
          await this.#write(group);
          group = [];
        }
        group.push({ room, ...stretch });
      }
      if (group.length > 0) await this.#write(group);
    } catch (error) {
      for (const room of rooms) this.#followFromDatabase(room);
      this.#report(error);
    }
  }

  /** The new entries of a room; null if there are none, or too many to be searched at once or written in one statement. */
  async #newIn(room: DebateRoom, choices: NotificationChoices): Promise<LookedThrough | null> {
    const from = this.#reached.get(room);
    const { state } = room;
    const entries = from === undefined ? null : room.recentAfter(from);
    if (from !== undefined && entries?.length === 0) return null;
    if (from !== undefined && entries && entries.length <= PAGE) {
      const concerning = entries.filter(({ effect }) => mayNotify(effect));
      const between = { debateId: room.id, from, to: state.seq };
      const first = await finishInTurns(
        nextOf(stretchesOf(between, concerning, state, choices, this.#bounds)),
      );
      if (first?.to === between.to) return first;
    }
    this.#followFromDatabase(room);
    return null;
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

  /** Searches a debate up to its end; pauses after each statement that writes. */
  async *#follow(debateId: string): AsyncGenerator<undefined, void> {
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
        entries.length > 0 ? await this.#stretches(page, entries) : [nothingIn(page)].values();
      if (from === 0) await this.#store.begin(debateId);
      // If another node was here, it may not know everything this one does: searched again.
      if (!(yield* this.#writeEach(debateId, stretches))) continue;
      const room = await this.#noteReached(debateId, to);
      if (room === null || to < head) continue;
      // Entries written meanwhile are in memory: they are searched with those of other rooms, without being read here.
      this.#atHand.add(room);
      return;
    }
  }

  /** Writes stretches one after the other, as they are made; false if it ended early, since another node moved the cursor or this one stops. */
  async *#writeEach(debateId: string, stretches: Stretches): AsyncGenerator<undefined, boolean> {
    for (;;) {
      const stretch = await finishInTurns(nextOf(stretches));
      if (stretch === null) return true;
      await nextTurn();
      if (this.#stopped) return false;
      const written = await this.#store.write([stretch], this.#parts.mails);
      if (!written.has(debateId)) return false;
      yield;
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

  async #stretches(page: Between, entries: readonly LogEntry[]): Promise<Stretches> {
    const { debateId, to } = page;
    const choices = (await this.#store.choices([debateId])).get(debateId) ?? new Map();
    return this.#parts.rooms.with(debateId, async (room): Promise<Stretches> => {
      if (room === null) return [nothingIn(page)].values();
      if (room.state.seq < to) await room.catchUp();
      return stretchesOf(page, entries, room.state, choices, this.#bounds);
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

/**
 * The notifications of entries, in as many stretches as needed for each to be written at once. Those of one entry may take several: all but
 * the last leave the cursor before the entry, so that a search that is cut off begins with it again.
 */
function* stretchesOf(
  { debateId, from, to }: Between,
  entries: readonly LogEntry[],
  state: DebateState,
  choices: NotificationChoices,
  bounds: Bounds,
): Generator<LookedThrough | undefined, void> {
  // Entries may be searched long after they were written.
  const remindAt = reminderAfter(state, entries);
  let since = from;
  let notes: Notification[] = [];
  for (const entry of entries) {
    for (const note of notificationsFor(entry, state, choices, bounds.kept)) {
      yield;
      if (!note) continue;
      if (notes.length >= bounds.notes) {
        yield { debateId, from: since, to: entry.seq - 1, notes, remindAt };
        since = entry.seq - 1;
        notes = [];
      }
      notes.push(note);
    }
    yield;
  }
  yield { debateId, from: since, to, notes, remindAt };
}

/** Entries that notify nobody. */
function nothingIn(page: Between): LookedThrough {
  return { ...page, notes: [], remindAt: null };
}

/** The next stretch, made in steps; null after the last. */
function* nextOf(stretches: Stretches): Steps<LookedThrough | null> {
  for (;;) {
    const { done, value } = stretches.next();
    if (done) return null;
    if (value) return value;
    yield;
  }
}

function countNotes(stretches: readonly LookedThrough[]): number {
  return stretches.reduce((sum, { notes }) => sum + notes.length, 0);
}
