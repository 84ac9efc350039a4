import type { Tally } from './vote.ts';

/** Fewest votes for or against that tell anything. */
const LEAST_VOTES = 5;

/** The part of these that the smaller side of a contested claim has at least. */
const LEAST_SIDE = 0.4;

/** Is the room divided on it? Passes count for neither side. */
export function isContested({ agree, disagree }: Tally): boolean {
  const votes = agree + disagree;
  return votes >= LEAST_VOTES && Math.min(agree, disagree) >= LEAST_SIDE * votes;
}
