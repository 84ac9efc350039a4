import type { RatingCounts } from '../votes/vote.ts';

/** A question that a person asks from the floor, and the people on the stage answer. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  readonly at: number;
  readonly withdrawn: boolean;
  /** A moderator keeps it on top. */
  readonly pinned: boolean;
  readonly answered: boolean;
  /** The question that asks the same, with which it is counted and shown; null: it is on its own. */
  readonly into: string | null;
  /** The number of people who support it; absent: none, or it is hidden. */
  readonly support?: RatingCounts;
}
