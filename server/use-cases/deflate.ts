import { constants, deflateRawSync } from 'node:zlib';
import type { Deflate } from '../../domain/formats/csv/zip.ts';

/** Compresses piece by piece, each by itself, so that it is a short turn: ten times as fast as a script does it. */
export const deflate: Deflate = (piece, isLast) =>
  deflateRawSync(piece, {
    level: 5,
    finishFlush: isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
  });
