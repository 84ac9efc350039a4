import { Listeners } from '#app/_ui/listeners.ts';
import type { BoardState } from './board-state.ts';

/** The one mutable cell of a board, which the parts of its store read and change. */
export class BoardCell {
  #state: BoardState;
  /** Number of running acts whose changes are announced together, and the state that was last announced. */
  #acts = 0;
  #announced: BoardState;
  readonly #listeners = new Listeners();

  constructor(initial: BoardState) {
    this.#state = initial;
    this.#announced = initial;
  }

  /** The current state; a new object after every change. */
  readonly read = (): BoardState => this.#state;

  readonly subscribe = this.#listeners.subscribe;

  change(part: Partial<BoardState>): void {
    this.#state = { ...this.#state, ...part };
    this.#announce();
  }

  /** Announces the changes of an act once, at its end: each announcement makes every part of the page check whether it changed. */
  asOne<T>(act: () => T): T {
    this.#acts += 1;
    try {
      return act();
    } finally {
      this.#acts -= 1;
      this.#announce();
    }
  }

  #announce(): void {
    if (this.#acts > 0 || this.#announced === this.#state) return;
    this.#announced = this.#state;
    this.#listeners.notify();
  }
}
