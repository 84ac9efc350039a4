import type { Tally } from '../map/claim.ts';

/** Fewest votes for or against that are significant. */
const LEAST_VOTES = 5;

/** The smallest share of these that the smaller side of a contested claim has. */
const LEAST_SIDE = 0.4;

/** True if opinion is split. Passes count for neither side. */
export function isContested({ agree, disagree }: Tally): boolean {
  const votes = agree + disagree;
  return votes >= LEAST_VOTES && Math.min(agree, disagree) >= LEAST_SIDE * votes;
}
