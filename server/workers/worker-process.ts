import type { WorkerBounds } from './answer-jobs.ts';
import { StartedWorker, type WorkerName } from './worker-starter.ts';

/** Milliseconds of elapsed time for one job: a safety net behind the worker's limit of processor time. */
const NET = 120_000;
/** Milliseconds without a job after which a worker ends, so that its memory is free for others. */
const IDLE = 30_000;

/**
 * A process that runs one bounded job after another. A thread would not suffice: V8 ends the whole process if a thread's heap is full, even
 * with a limit. It starts with its first job, gets only the environment it needs, and ends after a while without jobs.
 */
export class WorkerProcess {
  readonly #name: WorkerName;
  readonly #bounds: WorkerBounds;
  readonly #idleMs: number;
  #worker: StartedWorker | null = null;
  #idle: NodeJS.Timeout | undefined;

  /** `idleMs`: how long it stays without a job. `Infinity`: until `stop`, for a worker that keeps something between its jobs. */
  constructor(name: WorkerName, bounds: WorkerBounds, idleMs = IDLE) {
    this.#name = name;
    this.#bounds = bounds;
    this.#idleMs = idleMs;
  }

  /**
   * Runs one job; submit the next one when this one is done. `onPart` gets what comes before the answer. Throws `WorkerFailure` if the
   * worker exceeded a bound, or ended.
   */
  async run<Answer, Part = never>(job: unknown, onPart: (part: Part) => void = () => {}): Promise<Answer> {
    clearTimeout(this.#idle);
    if (this.#worker === null || this.#worker.hasEnded)
      this.#worker = new StartedWorker(this.#name, this.#bounds);
    const worker = this.#worker;
    const net = setTimeout(() => worker.stop(), NET);
    try {
      return await worker.run<Answer, Part>(job, onPart);
    } finally {
      clearTimeout(net);
      if (this.#idleMs !== Number.POSITIVE_INFINITY)
        this.#idle = setTimeout(() => this.stop(), this.#idleMs).unref();
    }
  }

  /** Ends the worker; a running job fails. */
  stop(): void {
    clearTimeout(this.#idle);
    this.#worker?.stop();
    this.#worker = null;
  }
}
