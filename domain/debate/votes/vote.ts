import type { PersistentMap } from '../../collections/persistent-map.ts';

export const ANSWERS = ['agree', 'disagree', 'pass'] as const;

export type Answer = (typeof ANSWERS)[number];

/** Absolute counts of a claim's votes; `earlier` of them answer a wording before the present one. */
export interface Tally {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
  readonly earlier: number;
}

export interface Vote {
  readonly answer: Answer;
  readonly wording: number;
}

export const NO_VOTES: Tally = { agree: 0, disagree: 0, pass: 0, earlier: 0 };

/**
 * A total of a ballot that was told: it stays known, so that nothing told after it may differ from it by the answers of few.
 * Only the log's states hold them.
 */
export interface DisclosedTotal {
  /** What was counted: the claims whose votes were, or what a link did when it was weighed. */
  readonly of: readonly string[];
  /** Of a claim: agree, disagree, pass, and how many of them answered an earlier wording. Of a link: by weight. */
  readonly counts: readonly number[];
  /** The wording a claim had. */
  readonly wording: number;
  /** Those who answer otherwise since then, with what they answered then; null: nothing. */
  readonly since: PersistentMap<string, string | null>;
}
