/** Why a worker gave no answer: its limit of processor time, its limit of memory, or it ended for another reason. */
export type WorkerEnd = 'time' | 'memory' | 'ended';

/** A job that was not answered. Only the worker ended, not the server. */
export class WorkerFailure extends Error {
  readonly why: WorkerEnd;

  constructor(why: WorkerEnd, detail = '') {
    super(`A worker did not finish its job: ${why}${detail && `, ${detail}`}`);
    this.name = 'WorkerFailure';
    this.why = why;
  }
}
