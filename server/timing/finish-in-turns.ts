import type { Steps } from '../../domain/collections/steps.ts';
import type { Haste } from './next-turn.ts';
import { Turns } from './turns.ts';

/** Finishes work in short turns, so that other requests are answered meanwhile. */
export function finishInTurns<Result>(steps: Steps<Result>, haste?: Haste): Promise<Result> {
  return new Turns(haste).finish(steps);
}
