import type { ExchangedDebate } from '../../domain/formats/exchanged-debate.ts';
import { writeParley } from '../../domain/formats/parley/write-parley.ts';
import type { Drawing } from '../pictures/draw-debate.ts';
import type { WorkerBounds } from '../workers/answer-jobs.ts';
import { WorkerProcess } from '../workers/worker-process.ts';
import { inTurns } from './in-turns.ts';

/** Debates drawn at once: each takes a processor for a while, and memory. Others wait for their turn. */
const AT_ONCE = 1;
/** Bytes drawn ahead of whoever reads: nearly every file, so that a slow reader keeps nobody waiting. */
const AHEAD = 32 * 1024 * 1024;
/** What a drawing may take; the time is that of each piece. */
const DRAWING_BOUNDS: WorkerBounds = { processorMs: 60_000, memoryMb: 768, residentMb: 1_536 };

/** What the process is asked: to begin a drawing, or to go on with it. */
export type DrawingJob = { readonly debate: Uint8Array; readonly drawing: Drawing } | 'more';

/** Draws debates in processes of their own. */
export class Drawings {
  readonly #waiting: (() => void)[] = [];
  readonly #bounds: WorkerBounds;
  #running = 0;

  constructor(bounds: WorkerBounds = DRAWING_BOUNDS) {
    this.#bounds = bounds;
  }

  /** The file, drawn from when its first piece is asked for. `left`: nobody waits for it any more. */
  async *draw(debate: ExchangedDebate, drawing: Drawing, left?: AbortSignal): AsyncGenerator<Uint8Array> {
    const worker = new WorkerProcess('drawing', this.#bounds);
    let hasBegun = false;
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      this.#end();
      worker.stop();
    };
    await this.#begin();
    left?.addEventListener('abort', end);
    if (left?.aborted) end();
    const drawn = new ReadableStream<Uint8Array>(
      {
        pull: async (stream) => {
          try {
            const job = hasBegun ? 'more' : { debate: await fileOf(debate), drawing };
            hasBegun = true;
            const piece = isOver ? null : await worker.run<Uint8Array>(job satisfies DrawingJob);
            if (piece && piece.length > 0) return stream.enqueue(piece);
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

/** The debate, written out in short turns. */
async function fileOf(debate: ExchangedDebate): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of inTurns(writeParley(debate))) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}
