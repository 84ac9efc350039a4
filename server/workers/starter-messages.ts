import type { WorkerBounds, WorkerMessage } from './answer-jobs.ts';
import type { WorkerEnd } from './worker-failure.ts';

/** Messages from the server to the process that starts its workers. Each worker has a number. */
export type StarterTask =
  | {
      readonly start: number;
      /** Path of the worker's script, and the options Node needs to load it. */
      readonly script: string;
      readonly loader: readonly string[];
      readonly bounds: WorkerBounds;
    }
  | { readonly to: number; readonly job: unknown }
  | { readonly stop: number };

/** Messages from that process about a worker. */
export type StarterNews =
  | { readonly from: number; readonly message: WorkerMessage<unknown, unknown> }
  | { readonly ended: number; readonly why: WorkerEnd };
