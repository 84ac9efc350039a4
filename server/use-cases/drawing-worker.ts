import { readOwnParley } from '../../domain/formats/parley/read-parley.ts';
import { drawDebate } from '../pictures/draw-debate.ts';
import { answerJobs } from '../workers/answer-jobs.ts';
import type { DrawingJob } from './draw-apart.ts';

/** Bytes gathered before they are passed on. */
const GATHERED = 256 * 1024;

let pieces: AsyncIterator<string | Uint8Array> | null = null;

// Draws one debate in a separate process. The first job is the debate; each job returns the next bytes, the last one none.
answerJobs(async (job: DrawingJob): Promise<Uint8Array> => {
  if (job !== 'more') pieces = drawDebate(readOwnParley(job.debate), job.drawing)[Symbol.asyncIterator]();
  const gathered: Uint8Array[] = [];
  for (let length = 0; pieces && length < GATHERED; ) {
    const { value, done } = await pieces.next();
    if (done) break;
    const bytes = typeof value === 'string' ? Buffer.from(value) : value;
    gathered.push(bytes);
    length += bytes.length;
  }
  return new Uint8Array(Buffer.concat(gathered));
});
