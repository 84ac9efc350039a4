import type { Steps } from '../../domain/collections/steps.ts';
import { type Haste, nextTurn } from './next-turn.ts';

/** Milliseconds of work before other work gets a turn. */
const TURN = 4;

/** Turns that pieces of work share: any number of short ones, finished one after the other, hold the thread no longer than one. */
export class Turns {
  readonly #haste: Haste | undefined;
  #began = performance.now();

  constructor(haste?: Haste) {
    this.#haste = haste;
  }

  /** Finishes a piece of work. Other requests are answered meanwhile. */
  async finish<Result>(steps: Steps<Result>): Promise<Result> {
    for (;;) {
      if (performance.now() - this.#began >= TURN) {
        await nextTurn(this.#haste);
        this.#began = performance.now();
      }
      const step = steps.next();
      if (step.done) return step.value;
    }
  }
}
