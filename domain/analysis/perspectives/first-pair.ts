import type { ComparedClaim } from './compare-perspectives.ts';
import type { PerspectiveChoice } from './disclosed-perspectives.ts';

/** The names of two perspectives. */
export type PerspectivePair = readonly [left: string, right: string];

/** Two perspectives, with the claims on which they differ most. */
export interface ComparedPair {
  readonly pair: PerspectivePair;
  readonly differing: readonly ComparedClaim[];
}

/** The perspectives that are compared where nobody chose: the two first teams, otherwise the two first opinion groups; null: there are not two. */
export function firstPair(choices: readonly PerspectiveChoice[]): PerspectivePair | null {
  for (const kind of ['team:', 'group:']) {
    const [left, right] = choices.filter(({ of, people }) => of.startsWith(kind) && people !== null);
    if (left && right) return [left.of, right.of];
  }
  return null;
}
