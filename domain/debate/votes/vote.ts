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
 * A disclosed total of a ballot: it stays known, so nothing disclosed later may differ from it by the answers of few people. Only the log's
 * states hold them.
 */
export interface DisclosedTotal {
  /** The counted items: for a claim, the claims whose votes count; for a link, its relation and target when it was weighed. */
  readonly of: readonly string[];
  /** Of a claim: agree, disagree, pass, and how many of them answered an earlier wording. Of a link: by weight. */
  readonly counts: readonly number[];
  /** The wording a claim had. */
  readonly wording: number;
  /** Everyone who has changed their answer since, with their earlier answer; null: none. */
  readonly since: PersistentMap<string, string | null>;
}
