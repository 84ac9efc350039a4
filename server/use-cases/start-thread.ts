import { Worker, type WorkerOptions } from 'node:worker_threads';

/** The threads there are; each has a script `…-worker.ts` beside this file. */
export type ThreadName = 'drawing' | 'opinions';

/** Built, each thread's script stands beside the server's; from source, tsx has to be told of it in the thread itself. */
const IS_BUNDLED = import.meta.url.endsWith('.js');

/** Starts a thread of its own for long work, so that nobody else waits for it. */
export function startThread(name: ThreadName, options: WorkerOptions): Worker {
  if (IS_BUNDLED) return new Worker(new URL(`./${name}-worker.js`, import.meta.url), options);
  const source = JSON.stringify(new URL(`./${name}-worker.ts`, import.meta.url).href);
  const fromSource = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${source}, ${source}))`;
  return new Worker(fromSource, { ...options, eval: true });
}
