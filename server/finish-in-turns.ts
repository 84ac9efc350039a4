import type { Steps } from '../domain/collections/steps.ts';
import { type Haste, nextTurn } from './next-turn.ts';

/** Milliseconds of work between two looks at what else there is to do. */
const TURN = 4;

/** Does all of some work in short turns, so that others are answered meanwhile. */
export async function finishInTurns<Result>(steps: Steps<Result>, haste?: Haste): Promise<Result> {
  let turn = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - turn < TURN) continue;
    await nextTurn(haste);
    turn = performance.now();
  }
}
