import type { Tally } from '../debate/records/vote.ts';

/**
 * What a claim is worth by its votes alone: the part of those who agree, with one vote more on each side, so that a claim
 * nobody has voted on is worth a half and few votes do not make certainty. Who passes takes no side.
 */
export function baseScore({ agree, disagree }: Pick<Tally, 'agree' | 'disagree'>): number {
  return (agree + 1) / (agree + disagree + 2);
}
