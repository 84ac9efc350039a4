import type { WorkerBounds, WorkerMessage } from './answer-jobs.ts';
import type { WorkerEnd } from './worker-failure.ts';

/** What the server asks of the process that starts its workers. Each worker has a number. */
export type StarterTask =
  | {
      readonly start: number;
      /** Path of the worker's script, and what Node needs to load it. */
      readonly script: string;
      readonly loader: readonly string[];
      readonly bounds: WorkerBounds;
    }
  | { readonly to: number; readonly job: unknown }
  | { readonly stop: number };

/** What that process reports of a worker. */
export type StarterNews =
  | { readonly from: number; readonly message: WorkerMessage<unknown, unknown> }
  | { readonly ended: number; readonly why: WorkerEnd };
