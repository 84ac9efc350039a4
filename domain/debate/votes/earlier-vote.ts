import type { Claim } from '../map/claim.ts';
import type { Vote } from './vote.ts';

/** True if a vote answers another wording than the claim's current one. */
export function isEarlier(vote: Pick<Vote, 'wording'>, claim: Pick<Claim, 'wording'>): boolean {
  return vote.wording !== claim.wording;
}
