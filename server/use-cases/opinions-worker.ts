import { parentPort } from 'node:worker_threads';
import { tellOpinions } from '../../domain/analysis/opinions-told.ts';
import type { OpinionsJob } from './opinions-thread.ts';

// A thread of its own reckons with votes, one debate after another, for as long as anybody looks.
parentPort?.on('message', ({ moments, telling }: OpinionsJob) => {
  parentPort?.postMessage(tellOpinions(moments, telling));
});
