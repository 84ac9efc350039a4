import { type ChildProcess, fork } from 'node:child_process';
import type { WorkerMessage } from './answer-jobs.ts';
import type { StarterNews, StarterTask } from './starter-messages.ts';
import type { WorkerEnd } from './worker-failure.ts';

// Starts workers for a server, and passes on what the two say to each other. It ends with its server, and its workers with it.

const workers = new Map<number, ChildProcess>();

process.on('message', (task: StarterTask) => {
  if ('start' in task) start(task);
  else if ('stop' in task) workers.get(task.stop)?.kill('SIGKILL');
  else {
    const worker = workers.get(task.to);
    worker?.send({ job: task.job }, (error) => {
      if (error) worker.kill('SIGKILL');
    });
  }
});
process.on('disconnect', () => process.exit());

function start({ start: id, script, bounds, loader }: Extract<StarterTask, { start: number }>): void {
  const worker = fork(script, [JSON.stringify(bounds)], {
    execArgv: [`--max-old-space-size=${bounds.memoryMb}`, ...loader],
    serialization: 'advanced',
    // On standard output the worker's guard writes the bound that was reached.
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  workers.set(id, worker);
  let reached = '';
  worker.stdout?.on('data', (chunk: Buffer) => {
    reached += chunk.toString();
  });
  worker.on('message', (message) => tell({ from: id, message: message as WorkerMessage<unknown, unknown> }));
  const end = (why: WorkerEnd) => {
    if (workers.delete(id)) tell({ ended: id, why });
  };
  worker.once('error', () => end('ended'));
  worker.once('close', (code, signal) => end(endOf(reached, code, signal)));
}

function tell(news: StarterNews): void {
  process.send?.(news);
}

/** V8 aborts where its heap is full, and systems that run out of memory kill. */
function endOf(reached: string, code: number | null, signal: NodeJS.Signals | null): WorkerEnd {
  if (reached.includes('time')) return 'time';
  const isOutOfMemory = reached.includes('memory') || signal === 'SIGABRT' || code === 134;
  return isOutOfMemory ? 'memory' : 'ended';
}
