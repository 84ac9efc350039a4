import type { ProjectedEntry } from '../../domain/debate/engine/entries.ts';
import type { Frame, Person } from '../../domain/protocol/server-messages.ts';
import type { LiveSocket } from './connection.ts';
import { eventText, idleStream, textFrame } from './shared-frame.ts';

/** No entries of a person's own. */
const NOTHING: readonly ProjectedEntry[] = [];

/**
 * One message to an audience: names, then a frame, encoded once for all of its connections. A person's own entries are inserted
 * into the encoded frame, so a vote costs a few bytes for its voter and no second encoding.
 */
export class AudienceFrame {
  readonly #people: readonly Person[];
  readonly #frame: Frame | null;
  readonly #sharesWrites: boolean;
  /** Both as WebSocket frames, encoded for the first connection that needs them. */
  #shared: Buffer | null = null;
  #text: string | null = null;

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
    if (stream) return void stream.write(this.#bytes(own));
    this.sendNames(socket);
    if (this.#frame) socket.emit('frame', own.length > 0 ? { ...this.#frame, own } : this.#frame);
  }

  /** Sends the names alone. */
  sendNames(socket: LiveSocket): void {
    if (this.#people.length > 0) socket.emit('people', this.#people);
  }

  /** In one write, so that a connection has the names before the entries that mention them. */
  #bytes(own: readonly ProjectedEntry[]): Buffer {
    if (own.length > 0) return Buffer.concat([...this.#names(), textFrame(this.#frameText(own))]);
    this.#shared ??= Buffer.concat([
      ...this.#names(),
      ...(this.#frame ? [textFrame(this.#frameText([]))] : []),
    ]);
    return this.#shared;
  }

  #names(): Buffer[] {
    return this.#people.length > 0 ? [textFrame(eventText('people', this.#people))] : [];
  }

  #frameText(own: readonly ProjectedEntry[]): string {
    this.#text ??= eventText('frame', this.#frame);
    // Before the brackets that close the frame and the event.
    return own.length > 0 ? `${this.#text.slice(0, -2)},"own":${JSON.stringify(own)}}]` : this.#text;
  }
}
