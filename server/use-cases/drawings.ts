import { once } from 'node:events';
import type { ExchangedDebate } from '../../domain/formats/exchanged-debate.ts';
import { writeParley } from '../../domain/formats/parley/write-parley.ts';
import type { Drawing } from '../pictures/draw-debate.ts';
import { inTurns } from './in-turns.ts';
import { startThread } from './start-thread.ts';

/** Debates drawn at once: each takes a processor for a while, and memory. Others wait for their turn. */
const AT_ONCE = 1;
/** Milliseconds in which the next piece has to come. */
const DEADLINE = 120_000;
/** MB of memory that a drawing may take. */
const MEMORY_MB = 768;

/** Draws debates in threads of their own. */
export class Drawings {
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** The file, drawn as it is read. `left`: nobody waits for it any more. */
  async *draw(debate: ExchangedDebate, drawing: Drawing, left?: AbortSignal): AsyncGenerator<Uint8Array> {
    if (this.#running >= AT_ONCE) await new Promise<void>((begin) => this.#waiting.push(begin));
    else this.#running += 1;
    try {
      if (!left?.aborted) yield* drawInThread(debate, drawing, left);
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}

async function* drawInThread(
  debate: ExchangedDebate,
  drawing: Drawing,
  left: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of inTurns(writeParley(debate))) pieces.push(piece);
  const file = new Uint8Array(Buffer.concat(pieces.splice(0)));
  const worker = startThread('drawing', {
    workerData: { debate: file, drawing },
    transferList: [file.buffer],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const ended = once(worker, 'exit').then(() => []);
  try {
    for (;;) {
      worker.postMessage('more');
      const deadline = AbortSignal.timeout(DEADLINE);
      // An error of the thread, that nobody waits any more, the deadline: each rejects.
      const answer = once(worker, 'message', { signal: left ? AbortSignal.any([left, deadline]) : deadline });
      const [piece]: Uint8Array[] = await Promise.race([answer, ended]);
      if (!piece) throw new Error('A drawing ended before its end');
      if (piece.length === 0) return;
      yield piece;
    }
  } finally {
    await worker.terminate();
  }
}
