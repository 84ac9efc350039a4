import { nextTurn } from '../../timing/next-turn.ts';

/** Milliseconds of work before other work gets a turn. */
const TURN = 5;
/** Bytes collected before they are passed on. */
const GATHERED = 64 * 1024;

/** Pieces of a file as bytes, made in short turns, so that other requests are answered meanwhile; no faster than they are read. */
export async function* inTurns(pieces: Iterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let turn = performance.now();
  let waiting: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (piece.length > 0) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      waiting.push(bytes);
      length += bytes.length;
    }
    if (length >= GATHERED) {
      yield Buffer.concat(waiting);
      [waiting, length] = [[], 0];
    }
    if (performance.now() - turn < TURN) continue;
    await nextTurn('files');
    turn = performance.now();
  }
  if (length > 0) yield Buffer.concat(waiting);
}
