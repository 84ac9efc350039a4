import type { IncomingMessage, ServerResponse } from 'node:http';
import { FairQueue, type QueueBounds } from '../limits/fair-queue.ts';
import type { Sender } from '../limits/sender.ts';
import { refuseForNow } from './refuse-request.ts';

/**
 * Making a page takes the server's only thread; while one reads the database another may be made. The queue has room for a
 * lecture hall that comes at once, and for a few tabs of each person.
 */
const BOUNDS: QueueBounds = {
  held: { person: 20, readersOfAddress: 1_500, peopleOfAddress: 2_500, all: 4_000 },
  running: { all: 2 },
};
/** Seconds after which a request that found the queue full may come again. */
const COME_AGAIN = 5;
/** Milliseconds between two looks whether a page that has begun is held up by its reader. */
const LOOK_EVERY = 250;
/** Milliseconds a page whose reader has gone has to stop. */
const STOPS_WITHIN = 10_000;

/**
 * Makes pages a few at a time; the others wait, fairly by address and person, and all else is answered meanwhile. A page has
 * its turn until it is made, even when its reader has gone: rendering it still takes time. Only a page whose reader reads slowly
 * gives up its turn before that. A request whose reader goes away while it waits leaves the queue.
 */
export class PageTurns {
  readonly #queue = new FairQueue(BOUNDS);

  /** Makes an answer when its turn has come. */
  async take(
    sender: Sender,
    request: IncomingMessage,
    response: ServerResponse,
    make: () => Promise<void>,
  ): Promise<void> {
    const gone = new AbortController();
    if (response.closed) gone.abort();
    response.once('close', () => gone.abort());
    const made = await this.#queue.run(
      sender,
      (end) => {
        const stopWatching = whenHeldUp(response, end);
        return make().finally(stopWatching);
      },
      gone.signal,
    );
    if (made === 'busy' && !gone.signal.aborted) refuseForNow(request, response, 503, COME_AGAIN);
  }
}

/**
 * Calls when a page waits for its reader and not for the server: it has begun, and its reader has taken nothing for a while; or
 * when it goes on long after its reader has gone. The answer stops looking.
 */
function whenHeldUp(response: ServerResponse, heldUp: () => void): () => void {
  let written = -1;
  let goneFor = 0;
  const looking = setInterval(() => {
    if (response.closed) goneFor += LOOK_EVERY;
    const taken = response.socket?.bytesWritten ?? 0;
    if ((response.writableNeedDrain && taken === written) || goneFor >= STOPS_WITHIN) heldUp();
    written = taken;
  }, LOOK_EVERY).unref();
  return () => clearInterval(looking);
}
