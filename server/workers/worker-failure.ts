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
