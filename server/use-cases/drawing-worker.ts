import { parentPort, workerData } from 'node:worker_threads';
import { readOwnParley } from '../../domain/formats/parley/read-parley.ts';
import { type Drawing, drawDebate } from '../pictures/draw-debate.ts';

/** Bytes gathered before they are passed on. */
const GATHERED = 256 * 1024;

// A thread of its own draws one debate, so that nobody waits for it; whenever it is asked for more it answers with the next bytes, at the end with none.
const { debate, drawing } = workerData as { readonly debate: Uint8Array; readonly drawing: Drawing };
const pieces = drawDebate(readOwnParley(debate), drawing)[Symbol.asyncIterator]();
parentPort?.on('message', async () => {
  const gathered: Uint8Array[] = [];
  for (let length = 0; length < GATHERED; ) {
    const { value, done } = await pieces.next();
    if (done) break;
    const bytes = typeof value === 'string' ? Buffer.from(value) : value;
    gathered.push(bytes);
    length += bytes.length;
  }
  const bytes = new Uint8Array(Buffer.concat(gathered));
  parentPort?.postMessage(bytes, [bytes.buffer]);
});
