import { randomUUID } from 'node:crypto';
import type { CaretMessage } from '#domain/protocol/caret-messages.ts';
import type { Caret, CaretUpdate } from '#domain/sync/carets.ts';
import { channel, type LiveServer, type LiveSocket, type OpenDebate } from '../connection.ts';
import { bytesWaiting } from '../outgoing-budget.ts';

/** Milliseconds between updates of a text's carets: about as often as a hand moves. */
const INTERVAL = 60;
/** Bytes waiting for a reader beyond which they are sent no carets. */
const BYTES = 64 * 1024;

/** The participant a caret belongs to, and the connection they use. */
type Writer = Pick<Caret, 'connection' | 'participantId'>;

/** Changes among one text's carets that are still to be sent. */
interface PendingUpdate {
  readonly changed: Set<string>;
  /** Connections as they were named to the readers. */
  readonly gone: Set<string>;
}

const newPending = (): PendingUpdate => ({ changed: new Set(), gone: new Set() });

export interface CaretParts {
  readonly io: LiveServer;
  /** Called for each editor that was closed, on any node. */
  readonly closed: (text: string, participantId: string) => void;
  /** True if the viewer may see the text: it may have been hidden since they opened it. */
  readonly isShownTo: (text: string, viewer: OpenDebate) => boolean;
  /** A caret as others may see it; `alias` is another name for it, made for this one text. */
  readonly project: (caret: Caret, alias: string) => Caret;
  /** Called with changes among this node's carets, for other nodes. */
  readonly publishToNodes: (update: CaretUpdate) => void;
  /** Called with an error in sending, which must not end the process. */
  readonly failed: (error: unknown) => void;
}

/**
 * The participants who have each text of a debate open, on this node and as other nodes report, and where they are writing. Sent only to
 * people who have the same text open; batched, never stored, and not sent to a reader with much data waiting. A reader who is busy only for
 * a moment is still sent the last move, which may stay valid for long. For the same reason a reader who had much to read is sent what they
 * missed in one message afterwards: where the carets are by then, and which editors were closed.
 */
export class CaretBoard {
  readonly #debateId: string;
  readonly #parts: CaretParts;
  readonly #here = new Map<string, Caret>();
  readonly #elsewhere = new Map<string, Caret>();
  /** Aliases of the connections' carets, each for as long as its editor is open. */
  readonly #aliases = new Map<string, string>();
  readonly #pending = new Map<string, PendingUpdate>();
  /** By text, and by socket in its channel, changes that were not sent because much was waiting for that socket. */
  readonly #owed = new Map<string, ReadonlyMap<string, PendingUpdate>>();

  constructor(debateId: string, parts: CaretParts) {
    this.#debateId = debateId;
    this.#parts = parts;
  }

  isOpen(text: string): boolean {
    return this.#all().some((caret) => caret.text === text);
  }

  /** True if there is a text of this name that the viewer may see. */
  isShownTo(text: string, viewer: OpenDebate): boolean {
    return this.#parts.isShownTo(text, viewer);
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

  /** Removes a caret when the connection's editor, or the connection, is closed. */
  remove(socket: LiveSocket, connection: string): void {
    const caret = this.#here.get(connection);
    if (!caret) return;
    void socket.leave(channel.text(this.#debateId, caret.text));
    this.#take(this.#here, caret);
  }

  /** Applies another node's update about its connections. */
  hear({ here, gone }: CaretUpdate): void {
    for (const caret of here) {
      if (this.#elsewhere.get(caret.connection)?.text !== caret.text) this.forget(caret.connection);
      this.#moved(this.#elsewhere, caret);
    }
    for (const connection of gone) this.forget(connection);
  }

  /** Removes the carets of another node's closed connection. */
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
    const pending = this.#pendingOf(text);
    pending.changed.add(connection);
    pending.gone.delete(this.#projected(caret).connection);
  }

  /** A caret as others see it. */
  #projected(caret: Caret): Caret {
    return this.#parts.project(caret, this.#aliases.get(caret.connection) ?? '');
  }

  #take(from: Map<string, Caret>, caret: Caret): void {
    const { connection, text, participantId } = caret;
    from.delete(connection);
    const pending = this.#pendingOf(text);
    pending.changed.delete(connection);
    pending.gone.add(this.#projected(caret).connection);
    this.#aliases.delete(connection);
    if (from === this.#here) this.#parts.publishToNodes({ here: [], gone: [connection] });
    this.#parts.closed(text, participantId);
  }

  #welcome(socket: LiveSocket, connection: string, text: string): void {
    void socket.join(channel.text(this.#debateId, text));
    const here = this.#all().filter((caret) => caret.text === text && caret.connection !== connection);
    const projected = here.map((caret) => this.#projected(caret));
    if (projected.length > 0) socket.emit('carets', { here: projected, gone: [] });
  }

  #pendingOf(text: string): PendingUpdate {
    const known = this.#pending.get(text);
    if (known) return known;
    const pending = newPending();
    this.#pending.set(text, pending);
    setTimeout(() => this.#trySend(text), INTERVAL);
    return pending;
  }

  /** On a timer, where nothing else would catch an error. */
  #trySend(text: string): void {
    try {
      this.#send(text);
    } catch (error) {
      this.#parts.failed(error);
    }
  }

  #send(text: string): void {
    const pending = this.#pending.get(text) ?? newPending();
    this.#pending.delete(text);
    const { io, publishToNodes } = this.#parts;
    const owed = new Map<string, PendingUpdate>();
    const unseeing: LiveSocket[] = [];
    // Only sockets that are still in the channel are owed anything.
    for (const id of io.of('/').adapter.rooms.get(channel.text(this.#debateId, text)) ?? []) {
      const socket = io.of('/').sockets.get(id);
      const missed = mergePending(this.#owed.get(text)?.get(id), pending);
      if (!socket || missed.changed.size + missed.gone.size === 0) continue;
      const { open } = socket.data;
      // Otherwise they would see who writes in what is hidden from them, and how much.
      if (open && !this.#parts.isShownTo(text, open)) {
        unseeing.push(socket);
        continue;
      }
      if (bytesWaiting(socket) > BYTES) owed.set(id, missed);
      else this.#sendOne(socket, text, missed);
    }
    for (const socket of unseeing) this.#turnAway(socket, text);
    this.#owe(text, owed);
    const own = caretsIn(this.#here, text, pending.changed);
    if (own.length > 0) publishToNodes({ here: own, gone: [] });
  }

  /** Closes a text for a socket that may no longer see it, with the caret it has there. */
  #turnAway(socket: LiveSocket, text: string): void {
    void socket.leave(channel.text(this.#debateId, text));
    const { open } = socket.data;
    if (open) this.remove(socket, open.connection);
  }

  #sendOne(socket: LiveSocket, text: string, { changed, gone }: PendingUpdate): void {
    // Each gets the carets of others: where carets are anonymous, a client could not recognize its own.
    const theirs = socket.data.open?.connection;
    const here = [...caretsIn(this.#here, text, changed), ...caretsIn(this.#elsewhere, text, changed)]
      .filter(({ connection }) => connection !== theirs)
      .map((caret) => this.#projected(caret));
    if (here.length + gone.size > 0) socket.emit('carets', { here, gone: [...gone] });
  }

  #owe(text: string, owed: ReadonlyMap<string, PendingUpdate>): void {
    if (owed.size === 0) {
      this.#owed.delete(text);
      return;
    }
    this.#owed.set(text, owed);
    // Checked again with the next change, or after a pause without one.
    this.#pendingOf(text);
  }
}

/** The carets of these connections that are in a text: one that changed there may be in another text by now. */
function caretsIn(carets: ReadonlyMap<string, Caret>, text: string, connections: Iterable<string>): Caret[] {
  return [...connections].flatMap((connection) => {
    const caret = carets.get(connection);
    return caret?.text === text ? [caret] : [];
  });
}

/** Merges missed changes with later ones. An editor closed and opened again is in both sets: clients apply `gone` first. */
function mergePending(missed: PendingUpdate | undefined, later: PendingUpdate): PendingUpdate {
  if (!missed) return later;
  return {
    changed: new Set([...missed.changed, ...later.changed]),
    gone: new Set([...missed.gone, ...later.gone]),
  };
}
