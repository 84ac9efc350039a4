import type { Tally } from '../../debate/map/claim.ts';

type Counted = Pick<Tally, 'agree' | 'disagree'>;

/**
 * Published ways to turn votes into a base score, by name. Passes count in none of them. `social` is the vote aggregation of social
 * abstract argumentation (Leite & Martins 2011, ε = 2): a claim without votes has a base score of 0. `laplace` is the rule of succession: a
 * claim without votes has a half.
 */
export const BASE_SCORES = {
  social: ({ agree, disagree }: Counted) => agree / (agree + disagree + 2),
  laplace: ({ agree, disagree }: Counted) => (agree + 1) / (agree + disagree + 2),
} as const;

export type BaseName = keyof typeof BASE_SCORES;
export const BASE_NAMES = Object.keys(BASE_SCORES) as BaseName[];

/** The base score of a claim on the board. */
export const baseScore = BASE_SCORES.social;

/** The base score of a claim by a chosen way: a published one, or the same number for all claims. */
export function baseBy(base: BaseName | number, votes: Counted): number {
  return typeof base === 'number' ? base : BASE_SCORES[base](votes);
}

/** The base score of a position: there are no votes on it, so it starts in the middle. */
export const POSITION_BASE = 0.5;
