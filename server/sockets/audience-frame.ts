import type { ProjectedEntry } from '../../domain/debate/entries.ts';
import type { Frame, Person } from '../../domain/protocol/server-messages.ts';
import type { LiveSocket } from './connection.ts';
import { eventText, textFrame, writeShared } from './shared-frame.ts';

/**
 * What an audience is told at once: names, then a frame. It is encoded once for all of its connections. What is a person's own
 * is put into the encoded frame for them alone, so that a vote costs its voter's few bytes and no second encoding.
 */
export class AudienceFrame {
  readonly #people: readonly Person[];
  readonly #frame: Frame | null;
  readonly #sharesWrites: boolean;
  /** Both as WebSocket frames; made when the first connection needs them. */
  #shared: Buffer | null = null;
  #text: string | null = null;

  /** `frame`: null where the audience is told nothing but names. `sharesWrites`: idle connections get one buffer. */
  constructor(people: readonly Person[], frame: Frame | null, sharesWrites: boolean) {
    this.#people = people;
    this.#frame = frame;
    this.#sharesWrites = sharesWrites;
  }

  /** Sends it to a connection; `own`: what is this person's alone among the frame's entries. */
  sendTo(socket: LiveSocket, own: readonly ProjectedEntry[] = []): void {
    if (this.#people.length === 0 && this.#frame === null) return;
    if (this.#sharesWrites && writeShared(socket, () => this.#bytes(own))) return;
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
