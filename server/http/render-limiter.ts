import type { IncomingMessage, ServerResponse } from 'node:http';
import { FairQueue, type QueueBounds } from '../limits/fair-queue.ts';
import type { Sender } from '../limits/sender.ts';
import { refuseForNow } from './refuse-request.ts';

/** Room for a lecture hall that arrives at once, and for a few tabs of each person. */
const HELD: QueueBounds['held'] = {
  person: 20,
  readersOfAddress: 1_500,
  peopleOfAddress: 2_500,
  all: 4_000,
};
/** `Retry-After` in seconds when the queue is full. */
const COME_AGAIN = 5;
/** Why a waiting page isn't rendered. Made once: each new one would take a stack trace, for each of the tabs that close at once. */
const GONE = new Error('The reader has gone.');
/** Milliseconds between checks whether a slow reader holds up a page. */
const LOOK_EVERY = 250;
/** Milliseconds a page whose reader has gone has to stop. */
const STOPS_WITHIN = 10_000;

/**
 * Renders one page at a time, or a few; other page requests wait in a queue that is fair by address and person. A page keeps its turn until
 * it is rendered, even if its reader has disconnected: rendering still takes time. Only a page with a slow reader gives up its turn
 * earlier. A waiting request leaves the queue when its reader disconnects.
 */
export class RenderLimiter {
  readonly #queue: FairQueue;

  /**
   * `atOnce`: pages rendered at once. Rendering takes the server's only thread, so more than one is only of use while a page waits for a
   * database in a process of its own; otherwise what others send waits longer between them.
   */
  constructor(atOnce: number) {
    this.#queue = new FairQueue({ held: HELD, running: { all: atOnce } });
  }

  /** Makes an answer when its turn has come. */
  async take(
    sender: Sender,
    request: IncomingMessage,
    response: ServerResponse,
    make: () => Promise<void>,
  ): Promise<void> {
    const gone = new AbortController();
    if (response.closed) gone.abort(GONE);
    response.once('close', () => gone.abort(GONE));
    const made = await this.#queue.run(
      sender,
      (end) => {
        const stopWatching = whenHeldUp(response, end);
        return make().finally(stopWatching).finally(afterOthers);
      },
      gone.signal,
    );
    if (made === 'busy' && !gone.signal.aborted) refuseForNow(request, response, 503, COME_AGAIN);
  }
}

/** Resolves when what arrived meanwhile has been handled. */
function afterOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Calls when a page waits for its reader and not for the server: more of it is ready than its reader takes, at two looks in a row; or
 * when it goes on long after its reader has gone. The answer stops looking.
 */
function whenHeldUp(response: ServerResponse, heldUp: () => void): () => void {
  let wasFull = false;
  let goneFor = 0;
  const looking = setInterval(() => {
    if (response.closed) goneFor += LOOK_EVERY;
    if ((response.writableNeedDrain && wasFull) || goneFor >= STOPS_WITHIN) heldUp();
    wasFull = response.writableNeedDrain;
  }, LOOK_EVERY).unref();
  return () => clearInterval(looking);
}
