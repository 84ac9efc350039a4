import type { Worker } from 'node:worker_threads';
import type { OpinionsMoment } from '../../domain/analysis/gather-opinions.ts';
import type { ReckonedOpinions, Telling } from '../../domain/analysis/opinions-told.ts';
import { startThread } from './start-thread.ts';

/** What the thread is asked. */
export interface OpinionsJob {
  readonly moments: readonly OpinionsMoment[];
  readonly telling: Telling;
}

/** Milliseconds without anything to do after which the thread ends: its memory is somebody else's then. */
const IDLE_FOR = 30_000;
/** Answers that there could be from which on it ends at once: it holds hundreds of MB, and starting anew is little beside such a reckoning. */
const LARGE = 2_000_000;
/** Milliseconds one debate may take. */
const DEADLINE = 60_000;
/** MB of memory that reckoning may take: two thousand people and ten thousand claims. */
const MEMORY_MB = 1_024;

/** Finds opinion groups in a thread of its own, one debate after another, so that nobody's edit waits for it. */
export class OpinionsThread {
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** What may be told of these votes; fails where the thread does. */
  reckon(moments: readonly OpinionsMoment[], telling: Telling): Promise<ReckonedOpinions> {
    // Of what is gathered only this goes to the other thread: the rest would be copied for nothing.
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

  /** Ends the thread; whoever waits for it is told that it failed. */
  stop(): void {
    clearTimeout(this.#idle);
    void this.#worker?.terminate();
    this.#worker = null;
  }

  #ask(job: OpinionsJob): Promise<ReckonedOpinions> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise<ReckonedOpinions>((resolve, reject) => {
      const ended = () => reject(new Error('Votes were not reckoned with to the end'));
      const deadline = setTimeout(() => void worker.terminate(), DEADLINE);
      const settle = () => {
        clearTimeout(deadline);
        worker.off('message', resolve);
        worker.off('message', settle);
        worker.off('exit', ended);
        worker.off('exit', settle);
        this.#idle = setTimeout(() => this.stop(), isLarge(job) ? 0 : IDLE_FOR).unref();
      };
      worker.once('message', resolve);
      worker.once('message', settle);
      worker.once('exit', ended);
      worker.once('exit', settle);
      worker.postMessage(job);
    });
  }

  #start(): Worker {
    const worker = startThread('opinions', { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    // A server that has nothing else to do ends.
    worker.unref();
    const gone = () => {
      if (this.#worker === worker) this.#worker = null;
    };
    // What went wrong is told to whoever waits, by the thread's end.
    worker.on('error', gone);
    worker.on('exit', gone);
    return worker;
  }
}

function isLarge({ moments }: OpinionsJob): boolean {
  return moments.some(({ participants, statements }) => participants.length * statements.length > LARGE);
}
