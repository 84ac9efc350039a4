import type { CaretMessage } from '../../domain/protocol/caret-messages.ts';
import type { Caret, CaretUpdate } from '../../domain/sync/carets.ts';
import { channel, type LiveServer, type LiveSocket } from './connection.ts';

/** Milliseconds between updates of a text's carets: as often as a hand moves, and no more. */
const INTERVAL = 60;

/** What is to be told of one text's carets. */
interface Untold {
  readonly changed: Set<string>;
  readonly gone: Set<string>;
}

export interface CaretParts {
  readonly io: LiveServer;
  /** Hears of each editor that was closed, on whatever node. */
  readonly closed: (text: string, participantId: string) => void;
  /** Hears of changes among this node's carets, for other nodes. */
  readonly tellNodes: (update: CaretUpdate) => void;
}

/**
 * Who has which text of a debate open, on this node and as the others tell, and where in it they write. Told to those alone
 * who have the same text open; gathered, never stored, and the first thing dropped for a slow reader (volatile).
 */
export class CaretBoard {
  readonly #debateId: string;
  readonly #parts: CaretParts;
  readonly #here = new Map<string, Caret>();
  readonly #elsewhere = new Map<string, Caret>();
  readonly #untold = new Map<string, Untold>();

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

  set(socket: LiveSocket, participantId: string, { text, ...place }: CaretMessage): void {
    if (this.#here.get(socket.id)?.text !== text) this.remove(socket);
    if (text === null) return;
    const isNew = !this.#here.has(socket.id);
    this.#here.set(socket.id, { connection: socket.id, participantId, text, ...place });
    if (isNew) this.#welcome(socket, text);
    this.#moved(socket.id, text);
  }

  /** The editor of a connection is closed, or the connection itself. */
  remove(socket: LiveSocket): void {
    const caret = this.#here.get(socket.id);
    if (!caret) return;
    void socket.leave(channel.text(this.#debateId, caret.text));
    this.#take(this.#here, caret);
  }

  /** Takes what another node tells of its connections. */
  hear({ here, gone }: CaretUpdate): void {
    for (const caret of here) {
      if (this.#elsewhere.get(caret.connection)?.text !== caret.text) this.forget(caret.connection);
      this.#elsewhere.set(caret.connection, caret);
      this.#moved(caret.connection, caret.text);
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

  #moved(connection: string, text: string): void {
    const untold = this.#untoldOf(text);
    untold.changed.add(connection);
    untold.gone.delete(connection);
  }

  #take(from: Map<string, Caret>, { connection, text, participantId }: Caret): void {
    from.delete(connection);
    const untold = this.#untoldOf(text);
    untold.changed.delete(connection);
    untold.gone.add(connection);
    if (from === this.#here) this.#parts.tellNodes({ here: [], gone: [connection] });
    this.#parts.closed(text, participantId);
  }

  #welcome(socket: LiveSocket, text: string): void {
    void socket.join(channel.text(this.#debateId, text));
    const here = this.#all().filter((caret) => caret.text === text && caret.connection !== socket.id);
    if (here.length > 0) socket.emit('carets', { here, gone: [] });
  }

  #untoldOf(text: string): Untold {
    const known = this.#untold.get(text);
    if (known) return known;
    const untold = { changed: new Set<string>(), gone: new Set<string>() };
    this.#untold.set(text, untold);
    setTimeout(() => this.#tell(text), INTERVAL);
    return untold;
  }

  #tell(text: string): void {
    const { changed = [], gone = [] } = this.#untold.get(text) ?? {};
    this.#untold.delete(text);
    const own = [...changed].flatMap((connection) => this.#here.get(connection) ?? []);
    const here = [...own, ...[...changed].flatMap((connection) => this.#elsewhere.get(connection) ?? [])];
    const to = channel.text(this.#debateId, text);
    this.#parts.io.local.volatile.to(to).emit('carets', { here, gone: [...gone] });
    if (own.length > 0) this.#parts.tellNodes({ here: own, gone: [] });
  }
}
