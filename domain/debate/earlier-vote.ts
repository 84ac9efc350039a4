import type { Claim } from './records/claim.ts';
import type { Vote } from './records/vote.ts';

/** Whether a vote answers another wording than the one the claim has. */
export function isEarlier(vote: Pick<Vote, 'wording'>, claim: Pick<Claim, 'wording'>): boolean {
  return vote.wording !== claim.wording;
}
