import { HEAVIEST, type Weighing } from '../debate/links/link.ts';

/** How much of a claim's strength its link lets through: the mean of the weights given, 1 where nobody gave one. */
export function linkWeight(counts: Weighing | undefined): number {
  let [people, sum] = [0, 0];
  for (const [weight, count] of (counts ?? []).entries()) {
    people += count;
    sum += weight * count;
  }
  return people === 0 ? 1 : sum / people / HEAVIEST;
}
