import { type ChildProcess, fork } from 'node:child_process';
import { programOf } from '../programs.ts';
import type { WorkerBounds, WorkerMessage } from './answer-jobs.ts';
import type { StarterNews, StarterTask } from './starter-messages.ts';
import { type WorkerEnd, WorkerFailure } from './worker-failure.ts';

/** The worker processes; each has a script `…-worker.ts`. */
export type WorkerName = 'import' | 'export' | 'drawing' | 'opinions';

/**
 * The small process that starts workers and relays messages to them. Starting a process copies the page table of its parent, on the
 * parent's thread: about 45 ms for a server with 1 GB in memory (nodejs/node#14917).
 */
let starter: ChildProcess | null = null;
/** The workers that have not ended, by number. */
const workers = new Map<number, StartedWorker>();
let lastNumber = 0;

/** Number of worker processes. */
export function workerCount(): number {
  return workers.size;
}

/** How the process that starts workers ended. */
export type StarterEnd =
  | { readonly code: number | null; readonly signal: NodeJS.Signals | null }
  | { readonly error: Error };

const listeners = new Set<(end: StarterEnd) => void>();

/** Calls `listener` each time the process that starts workers ends while this one runs. Returns a function that stops it. */
export function onStarterEnd(listener: (end: StarterEnd) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Starts the process that starts workers: best while this one is small. Without it, the first worker does. */
export function startWorkerStarter(): void {
  if (starter) return;
  const { path, loader } = programOf('starter-worker');
  const child = fork(path, {
    execArgv: [...loader],
    // It gets none of the server's settings. A vulnerability in a reader is still serious: it runs as the same user, who can read the
    // server's files.
    env: { NODE_ENV: process.env.NODE_ENV ?? 'production' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  starter = child;
  child.on('message', (news: StarterNews) => {
    if ('ended' in news) workers.get(news.ended)?.end(news.why);
    else workers.get(news.from)?.hear(news.message);
  });
  const gone = (end: StarterEnd) => {
    if (starter !== child) return;
    starter = null;
    child.kill('SIGKILL');
    for (const worker of [...workers.values()]) worker.end('ended');
    for (const listener of listeners) listener(end);
  };
  child.once('exit', (code, signal) => gone({ code, signal }));
  child.on('error', (error) => gone({ error }));
  child.unref();
  child.channel?.unref();
}

/** Sends a task; the process stays alive while an answer is awaited. */
function ask(task: StarterTask): void {
  startWorkerStarter();
  const child = starter;
  child?.send(task, (error) => {
    if (error) child.kill('SIGKILL');
  });
}

/** Number of jobs whose answer is awaited: without any, the starter keeps no process alive. */
let awaited = 0;

function awaitOne(by: 1 | -1): void {
  awaited += by;
  if (awaited > 0) starter?.channel?.ref();
  else starter?.channel?.unref();
}

/** A pending job. */
interface Waiting {
  readonly onPart: (part: never) => void;
  readonly resolve: (answer: never) => void;
  readonly reject: (failure: WorkerFailure) => void;
}

/** A started worker; when it has ended, it answers nothing more. */
export class StartedWorker {
  readonly #number: number;
  #waiting: Waiting | null = null;
  #end: WorkerEnd | null = null;

  constructor(name: WorkerName, bounds: WorkerBounds) {
    lastNumber += 1;
    this.#number = lastNumber;
    const { path: script, loader } = programOf(`${name}-worker`);
    ask({ start: this.#number, script, loader, bounds });
    workers.set(this.#number, this);
  }

  get hasEnded(): boolean {
    return this.#end !== null;
  }

  /** Runs one job; submit the next one when this one is done. Throws `WorkerFailure` if it ends before. */
  async run<Answer, Part>(job: unknown, onPart: (part: Part) => void): Promise<Answer> {
    if (this.#end) throw new WorkerFailure(this.#end);
    awaitOne(1);
    try {
      return await new Promise<Answer>((resolve, reject) => {
        this.#waiting = { onPart, resolve, reject };
        ask({ to: this.#number, job });
      });
    } finally {
      this.#waiting = null;
      awaitOne(-1);
    }
  }

  /** Ends it; a running job fails. */
  stop(): void {
    if (this.#end === null) ask({ stop: this.#number });
  }

  hear(message: WorkerMessage<unknown, unknown>): void {
    if ('part' in message) this.#waiting?.onPart(message.part as never);
    else if ('answer' in message) this.#waiting?.resolve(message.answer as never);
    else this.#waiting?.reject(new WorkerFailure('ended', message.failed));
  }

  end(why: WorkerEnd): void {
    workers.delete(this.#number);
    this.#end = why;
    this.#waiting?.reject(new WorkerFailure(why));
  }
}
