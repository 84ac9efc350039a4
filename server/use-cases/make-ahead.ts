import type { Turn } from '../limits/fair-queue.ts';

/** Bytes made ahead of whoever reads: nearly every file, so that a slow reader keeps nobody waiting. */
const AHEAD = 16 * 1024 * 1024;

/**
 * Makes a file at once, ahead of whoever reads it. Its turn passes on when all of it is made, and ends when all of it is read, it
 * cannot be made, or nobody waits for it any more (`left`, or its reader stops); `make` is told of the end by its signal.
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

/** What was made, piece by piece. A generator would not hear that nobody reads before its first piece is asked for. */
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
