import type { ExportScope } from '#domain/formats/exports/debate-for-export.ts';
import type { FormatName } from '#domain/formats/formats.ts';
import type { PackedPreserved } from '../../log/preserved-of-file.ts';
import type { Drawing } from '../../rendering/pictures/drawing.ts';
import type { WorkerBounds } from '../../workers/answer-jobs.ts';
import { WorkerProcess } from '../../workers/worker-process.ts';

/** Bounds of an export process; the time is per piece. */
const EXPORT_BOUNDS: WorkerBounds = { processorMs: 60_000, memoryMb: 768, residentMb: 1_536 };

/** A file to make: what its viewer may see of a debate, as `snapshotText` wrote it, and the options of the file. */
export interface ExportedParts<As extends FormatName | Drawing = FormatName | Drawing> {
  readonly state: string;
  readonly scope: ExportScope;
  readonly kept: PackedPreserved | null;
  readonly as: As;
}

/** A job for the process: begin a file, or continue it. */
export type ExportJob<As extends ExportedParts['as'] = ExportedParts['as']> = ExportedParts<As> | 'more';

/**
 * Makes a file in a separate process, which ends with the file or when `over` aborts. It stays while the reader stalls: a new process would
 * not have the file. If it is killed in between, the file fails.
 */
export async function* exportApart(parts: ExportedParts, over: AbortSignal): AsyncGenerator<Uint8Array> {
  const name = typeof parts.as === 'string' ? 'export' : 'drawing';
  const worker = new WorkerProcess(name, EXPORT_BOUNDS, Number.POSITIVE_INFINITY);
  over.addEventListener('abort', () => worker.stop(), { once: true });
  try {
    let job: ExportJob = parts;
    while (!over.aborted) {
      const piece = await worker.run<Uint8Array>(job);
      if (piece.length === 0) return;
      yield piece;
      job = 'more';
    }
  } finally {
    worker.stop();
  }
}
