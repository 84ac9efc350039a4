import { HEAVIEST } from '../../debate/map/link.ts';
import type { RatingCounts } from '../../debate/votes/vote.ts';

/** The share of a claim's strength that its link passes on: the mean of the ratings, 1 if there are none. */
export function linkWeight(counts: RatingCounts | undefined): number {
  let [people, sum] = [0, 0];
  for (const [weight, count] of (counts ?? []).entries()) {
    people += count;
    sum += weight * count;
  }
  return people === 0 ? 1 : sum / people / HEAVIEST;
}
