import type { Turn } from '../../limits/fair-queue.ts';

/** Bytes, or characters of a text, buffered ahead of the reader: enough for nearly every file, so that a slow reader doesn't block others. */
const AHEAD = 16 * 1024 * 1024;
/** Milliseconds for which a file with a full buffer keeps its turn, beyond those in which its reader takes `PACE`. */
const PATIENCE = 5_000;
/** Bytes, or characters of a text, that a reader takes in a millisecond without losing the file's turn. */
const PACE = 500;
/** Maximum files that go on without a turn, at their readers' pace: each may keep a process. The one that does so longest gives way. */
const WITHOUT_TURN = 2;

interface AheadBounds {
  readonly ahead: number;
  readonly patience: number;
}

/** Ends a file that goes on without a turn; the oldest first. */
const withoutTurn = new Set<() => void>();

/**
 * Generates a file at once, buffering ahead of its reader. Its turn in the queue ends when the file is generated, or the reader has left
 * the buffer full for too long; the whole task ends when the file has been read, generation fails, or the reader is gone (`left`, or it
 * stops reading). The end aborts `make`'s signal.
 */
export function makeAhead<T extends Uint8Array | string>(
  make: (over: AbortSignal) => AsyncGenerator<T>,
  turn: Turn,
  left?: AbortSignal,
  { ahead, patience }: AheadBounds = { ahead: AHEAD, patience: PATIENCE },
): AsyncGenerator<T> {
  const over = new AbortController();
  over.signal.addEventListener('abort', turn.end, { once: true });
  const end = () => over.abort();
  left?.addEventListener('abort', end, { once: true });
  if (left?.aborted) end();
  const pieces = make(over.signal);
  const full = new FullTime(turn.pass, patience, over.signal);
  let last = 0;
  const made = new ReadableStream<T>(
    {
      start: (stream) => {
        full.giveWay = () => {
          // If it were closed, the file would look complete.
          stream.error(new Error('Too many files wait for their readers'));
          end();
        };
      },
      pull: async (stream) => {
        full.stop(last);
        try {
          const next = over.signal.aborted ? null : await pieces.next();
          if (next && !next.done) {
            stream.enqueue(next.value);
            last = next.value.length;
            if ((stream.desiredSize ?? 1) <= 0) full.start();
            return;
          }
          full.finish();
          turn.pass();
          stream.close();
        } catch (error) {
          end();
          stream.error(error);
        }
      },
      cancel: end,
    },
    { highWaterMark: ahead, size: ({ length }) => length },
  );
  return new ReadPieces(made.values(), end);
}

/** The time for which a file's buffer is full and its reader is slow. When that is too long, the file goes on without its turn. */
class FullTime {
  readonly #pass: () => void;
  readonly #patience: number;
  #left: number;
  #since: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  /** Ends the file with an error, for others. */
  giveWay = () => {};

  constructor(pass: () => void, patience: number, over: AbortSignal) {
    this.#pass = pass;
    this.#patience = patience;
    this.#left = patience;
    over.addEventListener('abort', () => this.finish(), { once: true });
  }

  start(): void {
    if (this.#left <= 0) return;
    this.#since = performance.now();
    this.#timer = setTimeout(() => this.#goOn(), this.#left).unref();
  }

  /** `taken`: what the reader has taken of a full buffer. */
  stop(taken: number): void {
    clearTimeout(this.#timer);
    if (this.#since === null) return;
    const left = this.#left - (performance.now() - this.#since) + taken / PACE;
    this.#left = Math.min(this.#patience, left);
    this.#since = null;
    if (this.#left <= 0) this.#goOn();
  }

  finish(): void {
    clearTimeout(this.#timer);
    this.#left = 0;
    this.#since = null;
    withoutTurn.delete(this.giveWay);
  }

  #goOn(): void {
    this.#left = 0;
    this.#since = null;
    this.#pass();
    withoutTurn.add(this.giveWay);
    const [oldest] = withoutTurn;
    if (withoutTurn.size > WITHOUT_TURN) oldest?.();
  }
}

/** The generated pieces. A plain generator couldn't notice a `return` before its first `next`. */
class ReadPieces<T> implements AsyncGenerator<T> {
  readonly #made: AsyncIterator<T>;
  readonly #end: () => void;

  constructor(made: AsyncIterator<T>, end: () => void) {
    this.#made = made;
    this.#end = end;
  }

  async next(): Promise<IteratorResult<T>> {
    const next = await this.#made.next();
    if (next.done) this.#end();
    return next;
  }

  async return(): Promise<IteratorResult<T>> {
    this.#end();
    // Of a file that failed, nothing is left to end.
    await this.#made.return?.().catch(() => undefined);
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<IteratorResult<T>> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
