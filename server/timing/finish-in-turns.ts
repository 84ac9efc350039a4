import type { Steps } from '../../domain/collections/steps.ts';
import { type Haste, nextTurn } from './next-turn.ts';

/** Milliseconds of work before other work gets a turn. */
const TURN = 4;

/** Finishes work in short turns, so that other requests are answered meanwhile. */
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
