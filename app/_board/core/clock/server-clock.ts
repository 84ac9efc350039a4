import { Listeners } from '#app/_ui/listeners.ts';
import type { BoardStore } from '../store/board-store.ts';

/** Number of requests: the answer with the shortest round trip is the most exact. */
const QUESTIONS = 3;

const clocks = new WeakMap<BoardStore, ServerClock>();

/** The server's time as this page knows it, so that phases have the same times on every screen, whatever its clock shows. */
export class ServerClock {
  readonly #store: BoardStore;
  /** Milliseconds by which the server's clock is ahead. */
  #ahead = 0;
  readonly #listeners = new Listeners();

  constructor(store: BoardStore) {
    this.#store = store;
  }

  static of(store: BoardStore): ServerClock {
    const clock = clocks.get(store) ?? new ServerClock(store);
    clocks.set(store, clock);
    return clock;
  }

  /** Milliseconds by which the server's clock is ahead of this one. */
  readonly ahead = (): number => this.#ahead;

  readonly subscribe = this.#listeners.subscribe;

  /** Asks the server. If the connection is lost, the known value stays. */
  async ask(): Promise<void> {
    let best = Number.POSITIVE_INFINITY;
    let ahead = this.#ahead;
    for (let asked = 0; asked < QUESTIONS; asked++) {
      const sent = performance.now();
      const now = await this.#store.askClock().catch(() => null);
      if (now === null) return;
      const took = performance.now() - sent;
      if (took >= best) continue;
      best = took;
      // Whole milliseconds: times that are sent have no fractions.
      ahead = Math.round(now + took / 2 - Date.now());
    }
    this.#ahead = ahead;
    this.#listeners.notify();
  }
}
