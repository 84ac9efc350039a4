import type { ServerResponse } from 'node:http';

/** Pages made at once: making one takes the server's only thread, and while one reads the database another may be made. */
const AT_ONCE = 2;
/** Requests that may wait for their turn. */
const WAITING = 1_000;

interface Waiting {
  readonly response: ServerResponse;
  readonly go: () => void;
}

/**
 * Has pages made a few at a time; the others wait, and all else is answered meanwhile. A page has its turn until its answer
 * begins: how fast that is read is its reader's business. Who has gone away loses their turn.
 */
export class PageTurns {
  readonly #atOnce: number;
  readonly #waiting: Waiting[] = [];
  #making = 0;

  constructor(atOnce = AT_ONCE) {
    this.#atOnce = atOnce;
  }

  /** Makes an answer when its turn has come. */
  async take(response: ServerResponse, make: () => Promise<void>): Promise<void> {
    if (this.#waiting.length >= WAITING) {
      response.writeHead(503, { 'Retry-After': '5', 'Cache-Control': 'no-store' }).end();
      return;
    }
    await this.#turn(response);
    let isOver = false;
    const over = () => {
      if (isOver) return;
      isOver = true;
      this.#making -= 1;
      this.#next();
    };
    if (response.closed) return over();
    whenBegun(response, over);
    await make().finally(over);
  }

  #turn(response: ServerResponse): Promise<void> {
    return new Promise((go) => {
      this.#waiting.push({ response, go });
      this.#next();
    });
  }

  #next(): void {
    while (this.#making < this.#atOnce) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#making += 1;
      next.go();
    }
  }
}

/** Calls when an answer's head is about to be sent, or its connection is gone. Node itself calls `writeHead` for every answer. */
function whenBegun(response: ServerResponse, begun: () => void): void {
  const { writeHead } = response;
  response.once('close', begun);
  Object.assign(response, {
    writeHead: (...head: unknown[]) => {
      begun();
      return Reflect.apply(writeHead, response, head);
    },
  });
}
