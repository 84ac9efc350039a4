import { constants, deflateRawSync } from 'node:zlib';
import type { Deflate } from '#domain/formats/csv/zip.ts';

/** Compresses each piece separately, so that a turn stays short: ten times as fast as in JavaScript. */
export const deflate: Deflate = (piece, isLast) =>
  deflateRawSync(piece, {
    level: 5,
    finishFlush: isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
  });
