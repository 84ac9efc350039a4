import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import type { WorkerBounds, WorkerMessage } from './answer-jobs.ts';
import type { StarterNews, StarterTask } from './starter-messages.ts';
import type { WorkerEnd } from './worker-failure.ts';

// Starts workers for a server, and relays the messages between them. It ends with its server, and its workers with it.

interface Worker {
  readonly process: ChildProcess;
  /** The end of what it wrote since its last job: the exceeded bound, written by its guard. */
  wrote: string;
}

const workers = new Map<number, Worker>();

/** Maximum characters kept of a worker's output. */
const KEPT = 64;

process.on('message', (task: StarterTask) => {
  if ('start' in task) start(task);
  else if ('stop' in task) workers.get(task.stop)?.process.kill('SIGKILL');
  else give(task);
});
process.on('disconnect', () => process.exit());

function start({ start: id, script, bounds, loader }: Extract<StarterTask, { start: number }>): void {
  try {
    watch(id, fork(script, ...optionsOf(bounds, loader)));
  } catch {
    // The system has no room for one more process: only this job fails.
    report({ ended: id, why: 'ended' });
  }
}

function give({ to, job }: Extract<StarterTask, { to: number }>): void {
  const worker = workers.get(to);
  if (!worker) return;
  worker.wrote = '';
  const { process: child } = worker;
  if (!child.connected) return void child.kill('SIGKILL');
  child.send({ job }, (error) => {
    if (error) child.kill('SIGKILL');
  });
}

function optionsOf(bounds: WorkerBounds, loader: readonly string[]): [string[], ForkOptions] {
  return [
    [JSON.stringify(bounds)],
    {
      execArgv: [`--max-old-space-size=${bounds.memoryMb}`, ...loader],
      serialization: 'advanced',
      // The worker's guard writes the exceeded bound to standard output.
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    },
  ];
}

function watch(id: number, child: ChildProcess): void {
  const worker: Worker = { process: child, wrote: '' };
  workers.set(id, worker);
  child.stdout?.on('data', (chunk: Buffer) => {
    worker.wrote = (worker.wrote + chunk.toString()).slice(-KEPT);
  });
  child.on('message', (message) => report({ from: id, message: message as WorkerMessage<unknown, unknown> }));
  const end = (why: WorkerEnd) => {
    if (workers.delete(id)) report({ ended: id, why });
  };
  child.on('error', () => end('ended'));
  child.once('close', (code, signal) => end(endOf(worker.wrote, code, signal)));
}

function report(news: StarterNews): void {
  process.send?.(news);
}

/** V8 aborts if its heap is full, and systems out of memory kill processes. */
function endOf(wrote: string, code: number | null, signal: NodeJS.Signals | null): WorkerEnd {
  if (wrote.includes('time')) return 'time';
  const isOutOfMemory = wrote.includes('memory') || signal === 'SIGABRT' || code === 134;
  return isOutOfMemory ? 'memory' : 'ended';
}
