import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { ExchangedDebate } from '../../domain/formats/exchanged-debate.ts';
import { writeParley } from '../../domain/formats/parley/write-parley.ts';
import type { Drawing } from '../pictures/draw-debate.ts';
import { inTurns } from './in-turns.ts';
import { startThread } from './start-thread.ts';

/** Debates drawn at once: each takes a processor for a while, and memory. Others wait for their turn. */
const AT_ONCE = 1;
/** Bytes drawn ahead of whoever reads: nearly every file, so that a slow reader keeps nobody waiting. */
const AHEAD = 32 * 1024 * 1024;
/** Milliseconds in which the next piece has to come. */
const DEADLINE = 120_000;
/** MB of memory that a drawing may take, and how much of it what has just been made: most of a page is gone with the next one. */
const MEMORY = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 12 };

/** Draws debates in threads of their own. */
export class Drawings {
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** The file, drawn from when its first piece is asked for. `left`: nobody waits for it any more. */
  async *draw(debate: ExchangedDebate, drawing: Drawing, left?: AbortSignal): AsyncGenerator<Uint8Array> {
    let worker: Worker | null = null;
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      this.#end();
      void worker?.terminate();
    };
    await this.#begin();
    left?.addEventListener('abort', end);
    if (left?.aborted) end();
    const drawn = new ReadableStream<Uint8Array>(
      {
        pull: async (stream) => {
          try {
            worker ??= await begin(debate, drawing);
            const piece = isOver ? null : await next(worker);
            if (piece) return stream.enqueue(piece);
            end();
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
    try {
      for await (const piece of drawn) yield piece;
    } finally {
      end();
    }
  }

  async #begin(): Promise<void> {
    if (this.#running >= AT_ONCE) await new Promise<void>((begun) => this.#waiting.push(begun));
    else this.#running += 1;
  }

  /** Whoever waits longest is next. */
  #end(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }
}

/** Starts a thread that has the debate: written out in short turns, and handed over without a copy. */
async function begin(debate: ExchangedDebate, drawing: Drawing): Promise<Worker> {
  const pieces: Uint8Array[] = [];
  for await (const piece of inTurns(writeParley(debate))) pieces.push(piece);
  const file = new Uint8Array(Buffer.concat(pieces));
  return startThread('drawing', {
    workerData: { debate: file, drawing },
    transferList: [file.buffer],
    resourceLimits: MEMORY,
  });
}

/** The next bytes; null at the end. */
async function next(worker: Worker): Promise<Uint8Array | null> {
  const control = new AbortController();
  const signal = AbortSignal.any([control.signal, AbortSignal.timeout(DEADLINE)]);
  worker.postMessage('more');
  try {
    // An error of the thread rejects, and so does the deadline.
    const [piece]: Uint8Array[] = await Promise.race([
      once(worker, 'message', { signal }),
      once(worker, 'exit', { signal }).then(() => []),
    ]);
    if (!piece) throw new Error('A drawing ended before its end');
    return piece.length === 0 ? null : piece;
  } finally {
    control.abort();
  }
}
