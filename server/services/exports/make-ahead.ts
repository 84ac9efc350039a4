import type { Turn } from '../../limits/fair-queue.ts';

/** Bytes buffered ahead of the reader: enough for nearly every file, so that a slow reader doesn't block others. */
const AHEAD = 16 * 1024 * 1024;

/**
 * Generates a file at once, buffering ahead of its reader. Its turn in the queue ends when the file is generated; the whole task ends when
 * the file has been read, generation fails, or the reader is gone (`left`, or it stops reading). The end aborts `make`'s signal.
 */
export function makeAhead(
  make: (over: AbortSignal) => AsyncGenerator<Uint8Array>,
  turn: Turn,
  left?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const over = new AbortController();
  over.signal.addEventListener('abort', turn.end, { once: true });
  const end = () => over.abort();
  left?.addEventListener('abort', end, { once: true });
  if (left?.aborted) end();
  const pieces = make(over.signal);
  const made = new ReadableStream<Uint8Array>(
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
    new ByteLengthQueuingStrategy({ highWaterMark: AHEAD }),
  );
  return new ReadPieces(made.values(), end);
}

/** The generated pieces. A plain generator couldn't notice a `return` before its first `next`. */
class ReadPieces implements AsyncGenerator<Uint8Array> {
  readonly #made: AsyncIterator<Uint8Array>;
  readonly #end: () => void;

  constructor(made: AsyncIterator<Uint8Array>, end: () => void) {
    this.#made = made;
    this.#end = end;
  }

  async next(): Promise<IteratorResult<Uint8Array>> {
    const next = await this.#made.next();
    if (next.done) this.#end();
    return next;
  }

  async return(): Promise<IteratorResult<Uint8Array>> {
    this.#end();
    await this.#made.return?.();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<IteratorResult<Uint8Array>> {
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
