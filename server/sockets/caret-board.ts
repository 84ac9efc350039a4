import { randomUUID } from 'node:crypto';
import type { CaretMessage } from '../../domain/protocol/caret-messages.ts';
import type { Caret, CaretUpdate } from '../../domain/sync/carets.ts';
import { channel, type LiveServer, type LiveSocket } from './connection.ts';
import { bytesWaiting } from './outgoing-budget.ts';

/** Milliseconds between updates of a text's carets: as often as a hand moves, and no more. */
const INTERVAL = 60;
/** Bytes waiting for a reader beyond which they are told of no carets. */
const BYTES = 64 * 1024;

/** Whose caret it is, and by which of their connections to the debate. */
type Writer = Pick<Caret, 'connection' | 'participantId'>;

/** What is to be told of one text's carets. */
interface Untold {
  readonly changed: Set<string>;
  /** As they were told. */
  readonly gone: Set<string>;
}

const newUntold = (): Untold => ({ changed: new Set(), gone: new Set() });

export interface CaretParts {
  readonly io: LiveServer;
  /** Hears of each editor that was closed, on whatever node. */
  readonly closed: (text: string, participantId: string) => void;
  /** A caret as others may know it; `alias` is another name for it, made for this one text. */
  readonly project: (caret: Caret, alias: string) => Caret;
  /** Hears of changes among this node's carets, for other nodes. */
  readonly tellNodes: (update: CaretUpdate) => void;
}

/**
 * Who has which text of a debate open, on this node and as the others tell, and where in it they write. Told to those alone
 * who have the same text open; gathered, never stored, and not told to a reader for whom much waits. Who is busy for a
 * moment only is told: the last move of a hand stands for long. For the same reason who had much to read is told what they
 * missed, in one, when they have read: where the carets stand by then, and which editors were closed.
 */
export class CaretBoard {
  readonly #debateId: string;
  readonly #parts: CaretParts;
  readonly #here = new Map<string, Caret>();
  readonly #elsewhere = new Map<string, Caret>();
  /** Other names of the carets of connections, each for as long as its editor is open. */
  readonly #aliases = new Map<string, string>();
  readonly #untold = new Map<string, Untold>();
  /** By text, and by socket in its channel, what was not told for all that waited there. */
  readonly #owed = new Map<string, ReadonlyMap<string, Untold>>();

  constructor(debateId: string, parts: CaretParts) {
    this.#debateId = debateId;
    this.#parts = parts;
  }

  isOpen(text: string): boolean {
    return this.#all().some((caret) => caret.text === text);
  }

  /** The carets of this node's connections. */
  own(): Caret[] {
    return [...this.#here.values()];
  }

  set(socket: LiveSocket, { connection, participantId }: Writer, { text, ...place }: CaretMessage): void {
    if (this.#here.get(connection)?.text !== text) this.remove(socket, connection);
    if (text === null) return;
    const isNew = !this.#here.has(connection);
    this.#moved(this.#here, { connection, participantId, text, ...place });
    if (isNew) this.#welcome(socket, connection, text);
  }

  /** The editor of a connection is closed, or the connection itself. */
  remove(socket: LiveSocket, connection: string): void {
    const caret = this.#here.get(connection);
    if (!caret) return;
    void socket.leave(channel.text(this.#debateId, caret.text));
    this.#take(this.#here, caret);
  }

  /** Takes what another node tells of its connections. */
  hear({ here, gone }: CaretUpdate): void {
    for (const caret of here) {
      if (this.#elsewhere.get(caret.connection)?.text !== caret.text) this.forget(caret.connection);
      this.#moved(this.#elsewhere, caret);
    }
    for (const connection of gone) this.forget(connection);
  }

  /** A connection of another node is gone. */
  forget(connection: string): void {
    const caret = this.#elsewhere.get(connection);
    if (caret) this.#take(this.#elsewhere, caret);
  }

  #all(): Caret[] {
    return [...this.#here.values(), ...this.#elsewhere.values()];
  }

  #moved(to: Map<string, Caret>, caret: Caret): void {
    const { connection, text } = caret;
    if (!to.has(connection)) this.#aliases.set(connection, randomUUID());
    to.set(connection, caret);
    const untold = this.#untoldOf(text);
    untold.changed.add(connection);
    untold.gone.delete(this.#told(caret).connection);
  }

  /** A caret as it is told. */
  #told(caret: Caret): Caret {
    return this.#parts.project(caret, this.#aliases.get(caret.connection) ?? '');
  }

  #take(from: Map<string, Caret>, caret: Caret): void {
    const { connection, text, participantId } = caret;
    from.delete(connection);
    const untold = this.#untoldOf(text);
    untold.changed.delete(connection);
    untold.gone.add(this.#told(caret).connection);
    this.#aliases.delete(connection);
    if (from === this.#here) this.#parts.tellNodes({ here: [], gone: [connection] });
    this.#parts.closed(text, participantId);
  }

  #welcome(socket: LiveSocket, connection: string, text: string): void {
    void socket.join(channel.text(this.#debateId, text));
    const here = this.#all().filter((caret) => caret.text === text && caret.connection !== connection);
    const told = here.map((caret) => this.#told(caret));
    if (told.length > 0) socket.emit('carets', { here: told, gone: [] });
  }

  #untoldOf(text: string): Untold {
    const known = this.#untold.get(text);
    if (known) return known;
    const untold = newUntold();
    this.#untold.set(text, untold);
    setTimeout(() => this.#tell(text), INTERVAL);
    return untold;
  }

  #tell(text: string): void {
    const untold = this.#untold.get(text) ?? newUntold();
    this.#untold.delete(text);
    const { io, tellNodes } = this.#parts;
    const owed = new Map<string, Untold>();
    // Only who is still in the channel is owed anything.
    for (const id of io.of('/').adapter.rooms.get(channel.text(this.#debateId, text)) ?? []) {
      const socket = io.of('/').sockets.get(id);
      const missed = united(this.#owed.get(text)?.get(id), untold);
      if (!socket || missed.changed.size + missed.gone.size === 0) continue;
      if (bytesWaiting(socket) > BYTES) owed.set(id, missed);
      else this.#tellOne(socket, text, missed);
    }
    this.#owe(text, owed);
    const own = caretsIn(this.#here, text, untold.changed);
    if (own.length > 0) tellNodes({ here: own, gone: [] });
  }

  #tellOne(socket: LiveSocket, text: string, { changed, gone }: Untold): void {
    // To each the others': where carets are nobody's, a client could not tell its own.
    const theirs = socket.data.open?.connection;
    const here = [...caretsIn(this.#here, text, changed), ...caretsIn(this.#elsewhere, text, changed)]
      .filter(({ connection }) => connection !== theirs)
      .map((caret) => this.#told(caret));
    if (here.length + gone.size > 0) socket.emit('carets', { here, gone: [...gone] });
  }

  #owe(text: string, owed: ReadonlyMap<string, Untold>): void {
    if (owed.size === 0) {
      this.#owed.delete(text);
      return;
    }
    this.#owed.set(text, owed);
    // Looked at again with whatever is to be told next, or with nothing.
    this.#untoldOf(text);
  }
}

/** The carets of these connections that are in a text: one that changed there may be elsewhere by now. */
function caretsIn(carets: ReadonlyMap<string, Caret>, text: string, connections: Iterable<string>): Caret[] {
  return [...connections].flatMap((connection) => {
    const caret = carets.get(connection);
    return caret?.text === text ? [caret] : [];
  });
}

/** What was missed, with what came later. An editor closed and opened again is in both: clients take what is gone first. */
function united(missed: Untold | undefined, later: Untold): Untold {
  if (!missed) return later;
  return {
    changed: new Set([...missed.changed, ...later.changed]),
    gone: new Set([...missed.gone, ...later.gone]),
  };
}
