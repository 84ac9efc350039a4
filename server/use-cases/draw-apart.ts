import type { ExchangedDebate } from '../../domain/formats/exchanged-debate.ts';
import { writeParley } from '../../domain/formats/parley/write-parley.ts';
import type { Drawing } from '../pictures/draw-debate.ts';
import type { WorkerBounds } from '../workers/answer-jobs.ts';
import { WorkerProcess } from '../workers/worker-process.ts';
import { inTurns } from './in-turns.ts';

/** Bounds of a drawing process; the time is per piece. */
const DRAWING_BOUNDS: WorkerBounds = { processorMs: 60_000, memoryMb: 768, residentMb: 1_536 };

/** A job for the process: begin a drawing, or continue it. */
export type DrawingJob = { readonly debate: Uint8Array; readonly drawing: Drawing } | 'more';

/** Draws a debate in a separate process, which ends with the file or when `over` aborts. */
export async function* drawApart(
  debate: ExchangedDebate,
  drawing: Drawing,
  over: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const worker = new WorkerProcess('drawing', DRAWING_BOUNDS);
  over.addEventListener('abort', () => worker.stop(), { once: true });
  try {
    let job: DrawingJob = { debate: await fileOf(debate), drawing };
    while (!over.aborted) {
      const piece = await worker.run<Uint8Array>(job);
      if (piece.length === 0) return;
      yield piece;
      job = 'more';
    }
  } finally {
    worker.stop();
  }
}

/** Serializes the debate in short turns. */
async function fileOf(debate: ExchangedDebate): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of inTurns(writeParley(debate))) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}
