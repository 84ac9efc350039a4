import type { WorkerBounds } from './answer-jobs.ts';
import { StartedWorker, type WorkerName } from './worker-starter.ts';

/** Milliseconds by the clock for one job: a net behind the worker's own bound on processor time. */
const NET = 120_000;
/** Milliseconds without a job after which a worker ends, so that its memory is free for others. */
const IDLE = 30_000;

/**
 * A process that does one bounded job after another. A thread would not do: V8 ends the whole process where a thread's heap is
 * full, limit or not. It starts with its first job, has no environment but the one it needs, and ends when it has been idle.
 */
export class WorkerProcess {
  readonly #name: WorkerName;
  readonly #bounds: WorkerBounds;
  readonly #idleMs: number;
  #worker: StartedWorker | null = null;
  #idle: NodeJS.Timeout | undefined;

  /** `idleMs`: how long it stays without a job. `Infinity`: until `stop`, for a worker that holds something between its jobs. */
  constructor(name: WorkerName, bounds: WorkerBounds, idleMs = IDLE) {
    this.#name = name;
    this.#bounds = bounds;
    this.#idleMs = idleMs;
  }

  /**
   * Does one job; the next may be given when this one is over. `onPart` gets what comes before the answer. Fails with
   * `WorkerFailure` where the worker went over a bound, or ended.
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

  /** Ends the worker; a job under way fails. */
  stop(): void {
    clearTimeout(this.#idle);
    this.#worker?.stop();
    this.#worker = null;
  }
}
