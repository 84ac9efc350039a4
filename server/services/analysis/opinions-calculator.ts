import type { ComputedOpinions, DisclosurePolicy } from '#domain/analysis/opinions/disclosed-opinions.ts';
import type { OpinionsMoment } from '#domain/analysis/opinions/gather-opinions.ts';
import type { WorkerBounds } from '../../workers/answer-jobs.ts';
import { WorkerProcess } from '../../workers/worker-process.ts';

/** A job for the process. */
export interface OpinionsJob {
  readonly moments: readonly OpinionsMoment[];
  readonly policy: DisclosurePolicy;
}

/** From this many possible answers, the process ends right after its job: it holds hundreds of MB, and a restart costs little beside the job. */
const LARGE = 2_000_000;

/** Bounds of one calculation: 2,000 people and 10,000 claims fit. */
export const CALCULATION_BOUNDS: WorkerBounds = { processorMs: 60_000, memoryMb: 1_024, residentMb: 1_792 };

/** Finds opinion groups in a separate process, one debate after another, so that edits don't wait. */
export class OpinionsCalculator {
  readonly #worker: WorkerProcess;
  #last: Promise<unknown> = Promise.resolve();

  constructor(bounds: WorkerBounds = CALCULATION_BOUNDS) {
    this.#worker = new WorkerProcess('opinions', bounds);
  }

  /** Calculates what may be disclosed about these votes; fails if the process exceeds its bounds. */
  calculate(moments: readonly OpinionsMoment[], policy: DisclosurePolicy): Promise<ComputedOpinions> {
    // Only these fields go to the process: it doesn't need the rest.
    const packed = moments.map(({ participants, statements, cells, totals }) => ({
      participants,
      statements,
      cells,
      totals,
    }));
    const calculation = this.#last.then(() => this.#ask({ moments: packed, policy }));
    this.#last = calculation.catch(() => {});
    return calculation;
  }

  /** Ends the process; pending jobs fail. */
  stop(): void {
    this.#worker.stop();
  }

  async #ask(job: OpinionsJob): Promise<ComputedOpinions> {
    try {
      return await this.#worker.run<ComputedOpinions>(job);
    } finally {
      if (isLarge(job)) this.stop();
    }
  }
}

function isLarge({ moments }: OpinionsJob): boolean {
  return moments.some(({ participants, statements }) => participants.length * statements.length > LARGE);
}
