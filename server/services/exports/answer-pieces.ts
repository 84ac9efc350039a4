import { finish } from '#domain/collections/steps.ts';
import { fromSnapshot } from '#domain/debate/engine/snapshot.ts';
import type { ExchangedDebate } from '#domain/formats/exchanged-debate.ts';
import { debateForExport } from '#domain/formats/exports/debate-for-export.ts';
import { unpackPreserved } from '../../log/preserved-of-file.ts';
import { snapshotIn } from '../../log/snapshots/snapshot-text.ts';
import { answerJobs } from '../../workers/answer-jobs.ts';
import type { ExportedParts, ExportJob } from './export-apart.ts';

/** Bytes collected before they are passed on. */
const GATHERED = 256 * 1024;

type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** Makes one file in a worker process. The first job says which file; each job returns the next bytes, the last one none. */
export function answerPieces<As extends ExportedParts['as']>(
  make: (debate: ExchangedDebate, as: As) => Pieces,
): void {
  let pieces: AsyncIterator<string | Uint8Array> | undefined;
  answerJobs(async (job: ExportJob<As>): Promise<Uint8Array> => {
    if (job !== 'more') pieces = inOrder(make(debateOf(job), job.as));
    // Without it, this is another process than the one that began: returning no bytes would mean the end of the file.
    if (!pieces) throw new Error('No file is open');
    const gathered: Uint8Array[] = [];
    for (let length = 0; length < GATHERED; ) {
      const { value, done } = await pieces.next();
      if (done) break;
      const bytes = typeof value === 'string' ? Buffer.from(value) : value;
      gathered.push(bytes);
      length += bytes.length;
    }
    return new Uint8Array(Buffer.concat(gathered));
  });
}

async function* inOrder(pieces: Pieces) {
  yield* pieces;
}

function debateOf({ state, scope, kept }: ExportedParts): ExchangedDebate {
  const view = fromSnapshot(finish(snapshotIn(Buffer.from(state))));
  return debateForExport(view, scope, kept === null ? [] : unpackPreserved(kept));
}
