import { Worker } from 'node:worker_threads';

/** Limits of one job of a worker process. */
export interface WorkerBounds {
  /** Milliseconds of processor time. */
  readonly processorMs: number;
  /** MB of V8's old generation. */
  readonly memoryMb: number;
  /** MB of the whole process: buffers are outside V8's heap. */
  readonly residentMb: number;
}

/** A worker's messages: any number of parts, then the answer or the failure. */
export type WorkerMessage<Part, Answer> =
  | { readonly part: Part }
  | { readonly answer: Answer }
  | { readonly failed: string };

/** Answers the jobs of a worker process, one after another, each within its bounds. The process ends with its server. */
export function answerJobs<Job, Part, Answer>(
  answer: (job: Job, send: (part: Part) => void) => Promise<Answer>,
): void {
  const guard = startGuard(JSON.parse(process.argv[2] ?? '{}'));
  const send = (message: WorkerMessage<Part, Answer>) => process.send?.(message);
  process.on('message', async ({ job }: { job: Job }) => {
    guard.postMessage('begin');
    try {
      send({ answer: await answer(job, (part) => send({ part })) });
    } catch (error) {
      send({ failed: error instanceof Error ? error.message : String(error) });
    } finally {
      guard.postMessage('end');
    }
  });
  process.on('disconnect', () => process.exit());
}

/** Milliseconds between two checks of the guard. */
const LOOK_EVERY = 50;

/**
 * A thread that ends the process if a job exceeds its bounds, however busy the main thread is. It measures processor time, not elapsed
 * time: a file isn't too slow because the machine is busy.
 */
const GUARD = `
const { parentPort, workerData: { processorMs, residentMb } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let begun = null;
const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const end = (why) => { try { writeSync(1, why); } finally { process.kill(process.pid, 'SIGKILL'); } };
parentPort.on('message', (what) => { begun = what === 'begin' ? used() : null; });
setInterval(() => {
  if (begun !== null && used() - begun > processorMs) end('time');
  if (process.memoryUsage.rss() > residentMb * 1024 * 1024) end('memory');
}, ${LOOK_EVERY});
`;

function startGuard(bounds: WorkerBounds): Worker {
  const guard = new Worker(GUARD, { eval: true, workerData: bounds });
  guard.unref();
  return guard;
}
