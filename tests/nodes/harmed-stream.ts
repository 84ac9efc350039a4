import { Transform, type TransformCallback } from 'node:stream';
import type { Random } from '../simulation/random.ts';

/** Damage done to the messages of one way through a proxy: chances from 0 to 1, for each message. */
export interface Harm {
  /** It arrives twice. */
  readonly doubled: number;
  /** A frame arrives after the frame behind it. */
  readonly swapped: number;
  /** The connection ends in its place. */
  readonly cut: number;
  /** The connection ends in the place of an answer: what was asked is done, and nobody hears so. */
  readonly unanswered: number;
  /** Milliseconds by which a message is late, at most; the order stays. */
  readonly late: number;
  /** Nothing arrives, and no connection ends. */
  readonly held: boolean;
}

export const HARMLESS: Harm = { doubled: 0, swapped: 0, cut: 0, unanswered: 0, late: 0, held: false };

/** Milliseconds after which a swapped frame comes, if no other does. */
const SWAPPED_FOR = 300;
/** Milliseconds between two looks whether what is held may pass. */
const LOOK_EVERY = 20;

/** The first bytes of events and answers as Socket.IO writes them: only these may arrive twice without breaking its protocol. */
const EVENT = /^4[23]\d*\[/;
/** Asking for a debate twice at once closes it in between: nothing but a broken client does. */
const OPENING = /^42\d+\["open"/;
const ANSWER = /^43\d+\[/;
/** As a request or an answer of HTTP begins, of those that may open a WebSocket. */
const HTTP = /^(GET |HTTP)/;
const FRAME = /^42\["frame"/;

/**
 * One direction of a connection. Once a WebSocket is open on it, its messages are doubled, swapped, delayed or cut as
 * `harm` says at that moment. Before that, and where there is none, bytes pass as they are.
 */
export class HarmedStream extends Transform {
  readonly #harm: () => Harm;
  readonly #random: Random;
  readonly #end: () => void;
  readonly #done: (harm: keyof Harm) => void;
  #isOpen: boolean | null = null;
  #bytes: Buffer = Buffer.alloc(0);
  #queue: { readonly message: Buffer; readonly due: number }[] = [];
  #swapped: Buffer | null = null;
  #timer: NodeJS.Timeout | null = null;

  /** `end` ends the connection; `done` hears of each harm done. */
  constructor(harm: () => Harm, random: Random, end: () => void, done: (harm: keyof Harm) => void) {
    super();
    this.#harm = harm;
    this.#random = random;
    this.#end = end;
    this.#done = done;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
    if (this.#isOpen === null) this.#takeHead();
    else if (!this.#isOpen) this.#takeAll();
    if (this.#isOpen) this.#takeMessages();
    done();
  }

  override _flush(done: TransformCallback): void {
    for (const { message } of this.#queue) this.push(message);
    done(null, this.#bytes);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (this.#timer) clearTimeout(this.#timer);
    done(error);
  }

  #takeAll(): void {
    this.#enqueue(this.#bytes);
    this.#bytes = Buffer.alloc(0);
  }

  /** A request or an answer of HTTP: does it open a WebSocket? */
  #takeHead(): void {
    this.#isOpen = HTTP.test(this.#bytes.toString('latin1', 0, 4)) ? null : false;
    if (this.#isOpen === false) {
      return void this.#takeAll();
    }
    const end = this.#bytes.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#bytes.subarray(0, end + 4);
    this.#isOpen = /^upgrade: websocket/im.test(head.toString('latin1'));
    if (!this.#isOpen) {
      return void this.#takeAll();
    }
    this.#enqueue(head);
    this.#bytes = this.#bytes.subarray(end + 4);
  }

  #takeMessages(): void {
    for (;;) {
      const size = this.destroyed ? null : sizeOf(this.#bytes);
      if (size === null) return;
      const message = this.#bytes.subarray(0, size);
      this.#bytes = this.#bytes.subarray(size);
      this.#take(message, beginningOf(message));
    }
  }

  #take(message: Buffer, beginning: string): void {
    const harm = this.#harm();
    // A held message is neither lost nor doubled.
    if (harm.held || !EVENT.test(beginning)) return void this.#enqueue(message);
    if (ANSWER.test(beginning) && this.#does('unanswered', harm.unanswered)) return void this.#end();
    if (this.#does('cut', harm.cut)) return void this.#end();
    if (!OPENING.test(beginning) && this.#does('doubled', harm.doubled)) this.#enqueue(message);
    const isFree = FRAME.test(beginning) && this.#swapped === null;
    if (isFree && this.#does('swapped', harm.swapped)) {
      this.#swapped = message;
      setTimeout(() => this.#releaseSwapped(), SWAPPED_FOR).unref();
      return;
    }
    this.#enqueue(message);
    if (FRAME.test(beginning)) this.#releaseSwapped();
  }

  #does(harm: keyof Harm, probability: number): boolean {
    const does = this.#random.chance(probability);
    if (does) this.#done(harm);
    return does;
  }

  #releaseSwapped(): void {
    const message = this.#swapped;
    this.#swapped = null;
    if (message && !this.destroyed) this.#enqueue(message);
  }

  #enqueue(message: Buffer): void {
    const { late } = this.#harm();
    if (late > 0) this.#done('late');
    const due = performance.now() + (late > 0 ? this.#random.below(late) : 0);
    this.#queue.push({ message, due: Math.max(due, this.#queue.at(-1)?.due ?? 0) });
    if (this.#timer === null) this.#pass();
  }

  /** Passes on what is due, and comes back for the rest. */
  #pass = (): void => {
    this.#timer = null;
    if (this.destroyed) return;
    const now = performance.now();
    while (!this.#harm().held && this.#queue[0] && this.#queue[0].due <= now)
      this.push(this.#queue.shift()?.message);
    const next = this.#queue[0];
    if (next) this.#timer = setTimeout(this.#pass, Math.max(LOOK_EVERY, next.due - now));
  };
}

/** The bytes of the first whole message of a WebSocket, its head included; null where it is not whole yet. */
function sizeOf(bytes: Buffer): number | null {
  if (bytes.length < 2) return null;
  const { head, length } = headOf(bytes);
  return length !== null && bytes.length >= head + length ? head + length : null;
}

function headOf(bytes: Buffer): { readonly head: number; readonly length: number | null } {
  const short = (bytes[1] ?? 0) & 0x7f;
  const [extra, mask] = [short === 126 ? 2 : short === 127 ? 8 : 0, (bytes[1] ?? 0) & 0x80 ? 4 : 0];
  const head = 2 + extra + mask;
  if (bytes.length < head) return { head, length: null };
  if (extra === 0) return { head, length: short };
  return { head, length: extra === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2)) };
}

/** The first characters of a message of text; empty for any other. */
function beginningOf(message: Buffer): string {
  const isWholeText = message[0] === 0x81;
  if (!isWholeText) return '';
  const { head } = headOf(message);
  const text = Buffer.from(message.subarray(head, head + 24));
  const isMasked = ((message[1] ?? 0) & 0x80) !== 0;
  if (isMasked)
    for (const [at, byte] of text.entries()) text[at] = byte ^ (message[head - 4 + (at % 4)] ?? 0);
  return text.toString('latin1');
}
