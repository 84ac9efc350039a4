import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Built, each thread's script stands beside the server's; from source, tsx has to be told of it in the thread itself. */
const IS_BUNDLED = import.meta.url.endsWith('.js');

/** Starts a thread of its own from a script beside this one, by its name without an ending. */
export function startThread(name: `${string}-worker`, options: WorkerOptions = {}): Worker {
  if (IS_BUNDLED) return new Worker(new URL(`./${name}.js`, import.meta.url), options);
  const source = JSON.stringify(new URL(`./${name}.ts`, import.meta.url).href);
  const fromSource = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${source}, ${source}))`;
  return new Worker(fromSource, { ...options, eval: true });
}
