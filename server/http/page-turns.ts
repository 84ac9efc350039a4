import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Sender } from '../limits/sender.ts';
import { FairQueue, type QueueBounds } from './fair-queue.ts';
import { refuseForNow } from './refuse-request.ts';

/** Pages made at once: making one takes the server's only thread, and while one reads the database another may be made. */
const AT_ONCE = 2;
/** Requests that may wait: a lecture hall that comes at once, and a few tabs of one person. */
const WAITING: QueueBounds = { person: 20, address: 1_500, peopleOfAddress: 2_500, all: 4_000 };
/** Seconds after which whoever found the queue full may come again. */
const COME_AGAIN = 5;
/** Milliseconds between two looks whether a page that has begun is held up by its reader. */
const LOOK_EVERY = 250;
/** Milliseconds a page whose reader has gone has to stop. */
const STOPS_WITHIN = 10_000;

/** A request that waits: called when its turn has come, or when it gives way to another. */
type Turn = (what: 'now' | 'full') => void;

/**
 * Has pages made a few at a time; the others wait, fairly by address and person, and all else is answered meanwhile. A page
 * has its turn until it is made, also when nobody listens any longer: what is still being rendered still takes time. Only a
 * reader who reads slowly holds nobody up. Whoever goes away while waiting leaves the queue.
 */
export class PageTurns {
  readonly #atOnce: number;
  readonly #queue: FairQueue<Turn>;
  #making = 0;
  #isNextComing = false;

  constructor(atOnce = AT_ONCE, waiting = WAITING) {
    this.#atOnce = atOnce;
    this.#queue = new FairQueue(waiting, (turn) => turn('full'));
  }

  /** Makes an answer when its turn has come. */
  async take(
    sender: Sender,
    request: IncomingMessage,
    response: ServerResponse,
    make: () => Promise<void>,
  ): Promise<void> {
    const isHeard = await this.#turn(sender, response);
    if (isHeard === 'full') return refuseForNow(request, response, 503, COME_AGAIN);
    if (isHeard === 'gone') return;
    let isOver = false;
    const over = () => {
      if (isOver) return;
      isOver = true;
      this.#making -= 1;
      this.#next();
    };
    const stopWatching = whenHeldUp(response, over);
    await make().finally(() => {
      stopWatching();
      over();
    });
  }

  /** Kept when its turn has come, when nobody listens any longer, or where too many wait: at once, or when it gives way. */
  #turn(sender: Sender, response: ServerResponse): Promise<'now' | 'gone' | 'full'> {
    return new Promise((resolve) => {
      if (response.closed) return resolve('gone');
      const turn: Turn = (what) => {
        response.off('close', leave);
        resolve(what);
      };
      const leave = () => {
        if (this.#queue.remove(sender, turn)) resolve('gone');
      };
      if (!this.#queue.put(sender, turn)) return resolve('full');
      response.once('close', leave);
      this.#next();
    });
  }

  /** Not at once: of many who go away together all have left the queue by then. */
  #next(): void {
    if (this.#isNextComing) return;
    this.#isNextComing = true;
    setImmediate(() => {
      this.#isNextComing = false;
      while (this.#making < this.#atOnce) {
        const turn = this.#queue.next();
        if (!turn) return;
        this.#making += 1;
        turn('now');
      }
    });
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
