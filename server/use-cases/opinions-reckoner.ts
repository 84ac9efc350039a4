import type { OpinionsMoment } from '../../domain/analysis/gather-opinions.ts';
import type { ReckonedOpinions, Telling } from '../../domain/analysis/opinions-told.ts';
import type { WorkerBounds } from '../workers/answer-jobs.ts';
import { WorkerProcess } from '../workers/worker-process.ts';

/** What the process is asked. */
export interface OpinionsJob {
  readonly moments: readonly OpinionsMoment[];
  readonly telling: Telling;
}

/** Answers that there could be from which on it ends at once: it holds hundreds of MB, and starting anew is little beside such a reckoning. */
const LARGE = 2_000_000;

/** What one debate may take: two thousand people and ten thousand claims fit. */
export const RECKONING_BOUNDS: WorkerBounds = { processorMs: 60_000, memoryMb: 1_024, residentMb: 1_792 };

/** Finds opinion groups in a process of its own, one debate after another, so that nobody's edit waits for it. */
export class OpinionsReckoner {
  readonly #worker: WorkerProcess;
  #last: Promise<unknown> = Promise.resolve();

  constructor(bounds: WorkerBounds = RECKONING_BOUNDS) {
    this.#worker = new WorkerProcess('opinions', bounds);
  }

  /** What may be told of these votes; fails where the process goes over its bounds. */
  reckon(moments: readonly OpinionsMoment[], telling: Telling): Promise<ReckonedOpinions> {
    // Of what is gathered only this goes to the other process: the rest would be copied for nothing.
    const packed = moments.map(({ participants, statements, cells, totals }) => ({
      participants,
      statements,
      cells,
      totals,
    }));
    const reckoned = this.#last.then(() => this.#ask({ moments: packed, telling }));
    this.#last = reckoned.catch(() => {});
    return reckoned;
  }

  /** Ends the process; whoever waits for it is told that it failed. */
  stop(): void {
    this.#worker.stop();
  }

  async #ask(job: OpinionsJob): Promise<ReckonedOpinions> {
    try {
      return await this.#worker.run<ReckonedOpinions>(job);
    } finally {
      if (isLarge(job)) this.stop();
    }
  }
}

function isLarge({ moments }: OpinionsJob): boolean {
  return moments.some(({ participants, statements }) => participants.length * statements.length > LARGE);
}
