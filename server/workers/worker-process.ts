import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkerBounds, WorkerMessage } from './answer-jobs.ts';

/** The worker processes there are; each has a script `…-worker.ts` under `use-cases`. */
export type WorkerName = 'import' | 'export' | 'drawing' | 'opinions';

/** Milliseconds by the clock for one job: a net behind the worker's own bound on processor time. */
const NET = 120_000;
/** Milliseconds without a job after which a worker ends, so that its memory is free for others. */
const IDLE = 30_000;

/** Why a worker gave no answer: its bound on processor time, its bound on memory, or it ended for another reason. */
export type WorkerEnd = 'time' | 'memory' | 'ended';

/** A job that was not answered. The worker is gone, the server is not. */
export class WorkerFailure extends Error {
  readonly why: WorkerEnd;

  constructor(why: WorkerEnd, detail = '') {
    super(`A worker did not finish its job: ${why}${detail && `, ${detail}`}`);
    this.name = 'WorkerFailure';
    this.why = why;
  }
}

/**
 * A process that does one bounded job after another. A thread would not do: V8 ends the whole process where a thread's heap is
 * full, limit or not. It starts with its first job, has no environment but the one it needs, and ends when it has been idle.
 */
export class WorkerProcess {
  readonly #name: WorkerName;
  readonly #bounds: WorkerBounds;
  readonly #idleMs: number;
  #child: ChildProcess | null = null;
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
    this.#child ??= this.#start();
    const child = this.#child;
    child.ref();
    child.channel?.ref();
    const net = setTimeout(() => child.kill('SIGKILL'), NET);
    try {
      return await answerOf<Answer, Part>(child, job, onPart);
    } finally {
      clearTimeout(net);
      // An idle worker keeps no process alive.
      child.unref();
      child.channel?.unref();
      if (this.#idleMs !== Number.POSITIVE_INFINITY)
        this.#idle = setTimeout(() => this.stop(), this.#idleMs).unref();
    }
  }

  /** Ends the worker; a job under way fails. */
  stop(): void {
    clearTimeout(this.#idle);
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  #start(): ChildProcess {
    const { memoryMb } = this.#bounds;
    const child = fork(scriptOf(this.#name), [JSON.stringify(this.#bounds)], {
      execArgv: [`--max-old-space-size=${memoryMb}`, ...loader()],
      // None of the server's settings. A hole in a reader is still bad: it runs as the same user, who reads the server's files.
      env: { NODE_ENV: process.env.NODE_ENV ?? 'production' },
      serialization: 'advanced',
      // On standard output the worker's guard writes the bound that was reached.
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    });
    child.once('exit', () => {
      if (this.#child === child) this.#child = null;
    });
    return child;
  }
}

/** The answer to a job, or the failure of the worker. */
async function answerOf<Answer, Part>(
  child: ChildProcess,
  job: unknown,
  onPart: (part: Part) => void,
): Promise<Answer> {
  const control = new AbortController();
  let reached = '';
  const note = (chunk: Buffer) => {
    reached += chunk.toString();
  };
  child.stdout?.on('data', note);
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const hear = (message: WorkerMessage<Part, Answer>) => {
        if ('part' in message) onPart(message.part);
        else if ('answer' in message) resolve(message.answer);
        else reject(new WorkerFailure('ended', message.failed));
      };
      child.on('message', hear);
      control.signal.addEventListener('abort', () => child.off('message', hear));
      const closed = once(child, 'close', { signal: control.signal });
      const broken = once(child, 'error', { signal: control.signal });
      closed.then(
        ([code, signal]) => reject(new WorkerFailure(endOf(reached, code, signal))),
        () => {},
      );
      broken.then(
        () => reject(new WorkerFailure('ended')),
        () => {},
      );
      child.send({ job }, (error) => {
        if (error) child.kill('SIGKILL');
      });
    });
  } finally {
    control.abort();
    child.stdout?.off('data', note);
  }
}

/** V8 aborts where its heap is full, and systems that run out of memory kill. */
function endOf(reached: string, code: number | null, signal: NodeJS.Signals | null): WorkerEnd {
  if (reached.includes('time')) return 'time';
  const isOutOfMemory = reached.includes('memory') || signal === 'SIGABRT' || code === 134;
  return isOutOfMemory ? 'memory' : 'ended';
}

/** Built, each worker's script stands beside the server's. */
const IS_BUNDLED = import.meta.url.endsWith('.js');

function scriptOf(name: WorkerName): string {
  const path = IS_BUNDLED ? `./${name}-worker.js` : `../use-cases/${name}-worker.ts`;
  return fileURLToPath(new URL(path, import.meta.url));
}

/** From source a process needs the loader that reads TypeScript. */
function loader(): string[] {
  if (IS_BUNDLED) return [];
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
}
