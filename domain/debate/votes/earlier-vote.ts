import type { Claim } from '../claims/claim.ts';
import type { Vote } from './vote.ts';

/** Whether a vote answers another wording than the one the claim has. */
export function isEarlier(vote: Pick<Vote, 'wording'>, claim: Pick<Claim, 'wording'>): boolean {
  return vote.wording !== claim.wording;
}
