import type { CaretMessage } from '../../domain/protocol/caret-messages.ts';
import type { Caret } from '../../domain/sync/carets.ts';
import { channel, type LiveServer, type LiveSocket } from './connection.ts';

/** Milliseconds between updates of a text's carets: as often as a hand moves, and no more. */
const INTERVAL = 60;

/** What is to be told of one text's carets. */
interface Untold {
  readonly changed: Set<string>;
  readonly gone: Set<string>;
}

/**
 * Who has which text of a debate open, and where in it they write. Told to those alone who have the same text open;
 * gathered, never stored, and the first thing dropped for a slow reader (volatile).
 */
export class CaretBoard {
  readonly #debateId: string;
  readonly #io: LiveServer;
  readonly #here = new Map<string, Caret>();
  readonly #untold = new Map<string, Untold>();
  #closed: (text: string) => void = () => {};

  constructor(debateId: string, io: LiveServer) {
    this.#debateId = debateId;
    this.#io = io;
  }

  /** `closed` hears of each text whose last editor was closed. */
  onClosed(closed: (text: string) => void): void {
    this.#closed = closed;
  }

  isOpen(text: string): boolean {
    return [...this.#here.values()].some((caret) => caret.text === text);
  }

  set(socket: LiveSocket, participantId: string, { text, ...place }: CaretMessage): void {
    if (this.#here.get(socket.id)?.text !== text) this.remove(socket);
    if (text === null) return;
    const isNew = !this.#here.has(socket.id);
    this.#here.set(socket.id, { connection: socket.id, participantId, text, ...place });
    if (isNew) this.#welcome(socket, text);
    const untold = this.#untoldOf(text);
    untold.changed.add(socket.id);
    untold.gone.delete(socket.id);
  }

  /** The editor of a connection is closed, or the connection itself. */
  remove(socket: LiveSocket): void {
    const caret = this.#here.get(socket.id);
    if (!caret) return;
    this.#here.delete(socket.id);
    void socket.leave(channel.text(this.#debateId, caret.text));
    const untold = this.#untoldOf(caret.text);
    untold.changed.delete(socket.id);
    untold.gone.add(socket.id);
    if (!this.isOpen(caret.text)) this.#closed(caret.text);
  }

  #welcome(socket: LiveSocket, text: string): void {
    void socket.join(channel.text(this.#debateId, text));
    const here = [...this.#here.values()].filter(
      (caret) => caret.text === text && caret.connection !== socket.id,
    );
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
    const here = [...changed].flatMap((connection) => this.#here.get(connection) ?? []);
    this.#io.local.volatile.to(channel.text(this.#debateId, text)).emit('carets', { here, gone: [...gone] });
  }
}
