import type { ProjectedEntry } from '../../domain/debate/engine/entries.ts';
import type { Frame, Person } from '../../domain/protocol/server-messages.ts';
import type { LiveSocket } from './connection.ts';
import { eventText, idleStream, textFrame, textHeader, writeTogether } from './shared-frame.ts';

/** The brackets that close a frame and its event. */
const CLOSING = '}]';

/** No entries of a person's own. */
const NOTHING: readonly ProjectedEntry[] = [];

/**
 * One message to an audience: names, then a frame, encoded once for all of its connections. A person's own entries are added to the
 * encoded frame, so a vote costs a few bytes for its voter and no second encoding.
 */
export class AudienceFrame {
  readonly #people: readonly Person[];
  readonly #frame: Frame | null;
  readonly #sharesWrites: boolean;
  /** Both as WebSocket frames, encoded for the first connection that needs them. */
  #shared: Buffer | null = null;
  /** The frame without the brackets that close it and its event, encoded for the first connection that gets own entries in it. */
  #opened: Buffer | null = null;

  /** `frame`: null if there are only names. `sharesWrites`: idle connections get one shared buffer. */
  constructor(people: readonly Person[], frame: Frame | null, sharesWrites: boolean) {
    this.#people = people;
    this.#frame = frame;
    this.#sharesWrites = sharesWrites;
  }

  /** Sends it to a connection, with the person's `own` entries. */
  sendTo(socket: LiveSocket, own = NOTHING): void {
    if (this.#people.length === 0 && this.#frame === null) return;
    const stream = this.#sharesWrites ? idleStream(socket) : null;
    if (stream) return void writeTogether(stream, this.#bytes(own));
    this.sendNames(socket);
    if (this.#frame) socket.emit('frame', own.length > 0 ? { ...this.#frame, own } : this.#frame);
  }

  /** Sends the names alone. */
  sendNames(socket: LiveSocket): void {
    if (this.#people.length > 0) socket.emit('people', this.#people);
  }

  /** Names come first, so that a connection has them before the entries that mention them. */
  #bytes(own: readonly ProjectedEntry[]): readonly Buffer[] {
    if (own.length > 0 && this.#frame) return [...this.#names(), ...this.#withOwn(this.#frame, own)];
    this.#shared ??= Buffer.concat([
      ...this.#names(),
      ...(this.#frame ? [textFrame(eventText('frame', this.#frame))] : []),
    ]);
    return [this.#shared];
  }

  #names(): Buffer[] {
    return this.#people.length > 0 ? [textFrame(eventText('people', this.#people))] : [];
  }

  /** The frame with a person's own entries, in pieces: a restored branch has megabytes, which hundreds may have voted on. */
  #withOwn(frame: Frame, own: readonly ProjectedEntry[]): readonly Buffer[] {
    this.#opened ??= Buffer.from(eventText('frame', frame).slice(0, -CLOSING.length));
    const rest = Buffer.from(`,"own":${JSON.stringify(own)}${CLOSING}`);
    return [textHeader(this.#opened.length + rest.length), this.#opened, rest];
  }
}
