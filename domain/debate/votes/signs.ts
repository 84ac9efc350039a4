import type { Tally } from '../map/claim.ts';

/** Fewest votes for or against that are significant. */
const LEAST_VOTES = 5;

/** The smallest share of these that the smaller side of a contested claim has. */
const LEAST_SIDE = 0.4;

/** Puts the claim with more votes on its smaller side first. */
export function moreDividedFirst(a: Voted, b: Voted): number {
  return smallerSide(b) - smallerSide(a) || (a.id < b.id ? -1 : 1);
}

interface Voted {
  readonly id: string;
  readonly tally: Tally;
}

function smallerSide({ tally: { agree, disagree } }: Voted): number {
  return Math.min(agree, disagree);
}

/** True if opinion is split. Passes count for neither side. */
export function isContested({ agree, disagree }: Tally): boolean {
  const votes = agree + disagree;
  return votes >= LEAST_VOTES && Math.min(agree, disagree) >= LEAST_SIDE * votes;
}
