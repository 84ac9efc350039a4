import type { Turn } from '../../limits/fair-queue.ts';

/** Bytes, or characters of a text, buffered ahead of the reader: enough for nearly every file, so that a slow reader doesn't block others. */
const AHEAD = 16 * 1024 * 1024;

/**
 * Generates a file at once, buffering ahead of its reader. Its turn in the queue ends when the file is generated; the whole task ends when
 * the file has been read, generation fails, or the reader is gone (`left`, or it stops reading). The end aborts `make`'s signal.
 */
export function makeAhead<T extends Uint8Array | string>(
  make: (over: AbortSignal) => AsyncGenerator<T>,
  turn: Turn,
  left?: AbortSignal,
): AsyncGenerator<T> {
  const over = new AbortController();
  over.signal.addEventListener('abort', turn.end, { once: true });
  const end = () => over.abort();
  left?.addEventListener('abort', end, { once: true });
  if (left?.aborted) end();
  const pieces = make(over.signal);
  const made = new ReadableStream<T>(
    {
      pull: async (stream) => {
        try {
          const next = over.signal.aborted ? null : await pieces.next();
          if (next?.value) return stream.enqueue(next.value);
          turn.pass();
          stream.close();
        } catch (error) {
          end();
          stream.error(error);
        }
      },
      cancel: end,
    },
    { highWaterMark: AHEAD, size: ({ length }) => length },
  );
  return new ReadPieces(made.values(), end);
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
    await this.#made.return?.();
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
