import { ENTRY_SHAPE, type LogEntry } from '../../domain/debate/entries.ts';
import { ENTRY_TYPES } from '../../domain/debate/entry-types.ts';
import { liftEntry, NewerEntry } from '../../domain/debate/lift.ts';
import type { DebateState } from '../../domain/debate/state.ts';
import type { Steps } from '../../domain/debate/steps.ts';
import type { Note } from '../../domain/notifications/note.ts';
import { concernsSomebody, NOTED_TYPES, notesOf } from '../../domain/notifications/notes-of.ts';
import type { Database } from '../database/open-database.ts';
import { every } from '../every-second.ts';
import { finishInTurns } from '../finish-in-turns.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import type { Rooms } from '../log/rooms.ts';
import { nextTurn } from '../next-turn.ts';
import { type LookedThrough, NoteStore } from './note-store.ts';

/** Entries looked at in one go: bounds how long the thread is held. */
const PAGE = 200;
/** Entries searched by one statement: PGlite works on the thread that others wait for. */
const STRETCH = 5_000;
/** Milliseconds after which all debates are looked at, for what a node that was stopped has left undone. */
const LOOK_AT_ALL = 60_000;

export interface NotifierParts {
  readonly database: Database;
  readonly rooms: Rooms;
  /** Whether this installation mails what concerns people. */
  readonly mails: boolean;
  readonly failed: (error: unknown) => void;
}

/**
 * Looks through debates' logs for what concerns whom, behind the writing and beside it: nobody who writes waits for it. How far it
 * came stands in the database, moved with the notes in one statement: a node that stops loses nothing, and of two nodes that look
 * at the same entries one writes.
 */
export class Notifier {
  readonly #parts: NotifierParts;
  readonly #store: NoteStore;
  readonly #waiting = new Set<string>();
  /** Up to which entry rooms of this node were looked through, where this node did it last. */
  readonly #reached = new WeakMap<DebateRoom, number>();
  readonly #atHand = new Set<DebateRoom>();
  #lookAtAll = 0;

  constructor(parts: NotifierParts) {
    this.#parts = parts;
    this.#store = new NoteStore(parts.database);
  }

  /** Hears what is written in a debate on this node. */
  keep(room: DebateRoom): void {
    let concerned = false;
    room.onEntries((entries) => {
      concerned ||= entries.some(({ effect }) => concernsSomebody(effect));
    });
    // Only where it was written: the other nodes hear of it as well.
    room.onWritten(() => {
      if (concerned && this.#reached.has(room)) this.#atHand.add(room);
      else if (concerned) this.#waiting.add(room.id);
      concerned = false;
    });
  }

  /** Looks once a second. The answer stops it. */
  watch(milliseconds: number): () => void {
    return every(milliseconds, () => this.look(), this.#parts.failed);
  }

  /** Looks through what was written since it was looked at. */
  async look(): Promise<void> {
    const now = performance.now();
    if (now >= this.#lookAtAll) {
      for (const debateId of await this.#store.behind()) this.#waiting.add(debateId);
      this.#lookAtAll = now + LOOK_AT_ALL;
    }
    await this.#lookAtHand();
    for (const debateId of [...this.#waiting]) {
      this.#waiting.delete(debateId);
      try {
        await this.#follow(debateId);
      } catch (error) {
        // Not lost: it is looked at with all the others.
        this.#lookAtAll = Math.min(this.#lookAtAll, performance.now() + LOOK_AT_ALL / 10);
        this.#parts.failed(error);
      }
    }
  }

  sweep(now: number): Promise<void> {
    return this.#store.sweep(now);
  }

  /**
   * Looks through what is new in rooms that this node has looked through before. The entries are in memory, so that of any
   * number of debates this asks the database twice.
   */
  async #lookAtHand(): Promise<void> {
    const rooms = [...this.#atHand];
    this.#atHand.clear();
    if (rooms.length === 0) return;
    try {
      const choices = await this.#store.choices(rooms.map(({ id }) => id));
      const looked: (LookedThrough & { readonly room: DebateRoom })[] = [];
      for (const room of rooms) {
        const from = this.#reached.get(room);
        const { state } = room;
        const entries = from === undefined ? null : room.recentAfter(from);
        if (from === undefined || entries === null) this.#waiting.add(room.id);
        else {
          const concerning = entries.filter(({ effect }) => concernsSomebody(effect));
          const chosen = choices.get(room.id) ?? new Map();
          const notes = await finishInTurns(notesOfAll(concerning, state, chosen));
          looked.push({ room, debateId: room.id, from, to: state.seq, notes });
        }
      }
      const written = await this.#store.write(looked, this.#parts.mails);
      for (const { room, to } of looked) {
        if (written.has(room.id)) this.#reached.set(room, to);
        // Another node was here.
        else this.#followAnew(room);
      }
    } catch (error) {
      for (const room of rooms) this.#followAnew(room);
      this.#parts.failed(error);
    }
  }

  #followAnew(room: DebateRoom): void {
    this.#reached.delete(room);
    this.#waiting.add(room.id);
  }

  async #follow(debateId: string): Promise<void> {
    for (;;) {
      // PGlite answers without leaving the thread: a long debate would be read in one go.
      await nextTurn();
      const [from, head] = await this.#store.reach(debateId);
      if (from >= head) return;
      const end = Math.min(head, from + STRETCH);
      const entries = await this.#entries(debateId, from, end);
      const to = entries.length < PAGE ? end : (entries.at(-1)?.seq ?? end);
      // Only then the debate has to be at hand: other nodes have most of those that are behind.
      const notes = entries.length > 0 ? await this.#notes(debateId, entries, to) : [];
      if (from === 0) await this.#store.begin(debateId);
      // Where another node was here, it may not know all that this one does: looked at again.
      const written = await this.#store.write([{ debateId, from, to, notes }], this.#parts.mails);
      if (written.has(debateId)) await this.#noteReached(debateId, to);
    }
  }

  /** Keeps how far a room that is open here was looked through. */
  async #noteReached(debateId: string, to: number): Promise<void> {
    const { rooms } = this.#parts;
    if (!rooms.isOpen(debateId)) return;
    await rooms.withKnown(debateId, (room) => void (room && this.#reached.set(room, to)));
  }

  async #notes(debateId: string, entries: readonly LogEntry[], upTo: number): Promise<Note[]> {
    const choices = (await this.#store.choices([debateId])).get(debateId) ?? new Map();
    return this.#parts.rooms.with(debateId, async (room) => {
      if (room === null) return [];
      if (room.state.seq < upTo) await room.catchUp();
      return finishInTurns(notesOfAll(entries, room.state, choices));
    });
  }

  async #entries(debateId: string, after: number, upTo: number): Promise<LogEntry[]> {
    const { logEntry } = this.#parts.database.prisma;
    // An entry of a newer release may concern somebody: only a server that knows it may go past it.
    const newer = await logEntry.findFirst({
      where: {
        debateId,
        seq: { gt: after, lte: upTo },
        OR: [{ shape: { gt: ENTRY_SHAPE } }, { type: { notIn: [...ENTRY_TYPES] } }],
      },
      orderBy: { seq: 'asc' },
    });
    if (newer) throw new NewerEntry(newer);
    const rows = await logEntry.findMany({
      where: { debateId, seq: { gt: after, lte: upTo }, type: { in: [...NOTED_TYPES] } },
      orderBy: { seq: 'asc' },
      take: PAGE,
    });
    return rows.map(({ at, actorId: actor, authorId: author, ...row }) =>
      liftEntry({ ...row, at: Number(at), actor, author }, ENTRY_SHAPE),
    );
  }
}

function* notesOfAll(
  entries: readonly LogEntry[],
  state: DebateState,
  choices: Parameters<typeof notesOf>[2],
): Steps<Note[]> {
  const notes: Note[] = [];
  for (const entry of entries) {
    notes.push(...notesOf(entry, state, choices));
    yield;
  }
  return notes;
}
