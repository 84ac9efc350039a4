import type { Answer } from './vote.ts';

/** One person's votes, without anything else that is known of them. */
export interface BallotRow {
  /** By claim, in the order of the table; `null`: none. */
  readonly answers: readonly (Answer | null)[];
  /** The number of their opinion group; `null`: none. */
  readonly group: number | null;
}

/** The votes of a ballot for research as rows without names; or why there are none. */
export type BallotTable =
  | {
      readonly kind: 'rows';
      readonly claims: readonly string[];
      /** In an order that follows from the answers alone. */
      readonly rows: readonly BallotRow[];
      /** Number of opinion groups; 0: too few people answered enough. */
      readonly groups: number;
    }
  /** Voting goes on, or votes are hidden; or too few people voted. */
  | { readonly kind: 'kept'; readonly why: 'voting' | 'few' };
