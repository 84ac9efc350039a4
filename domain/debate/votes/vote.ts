import type { PersistentMap } from '../../collections/persistent-map.ts';
import type { Tally } from '../map/claim.ts';

export const ANSWERS = ['agree', 'disagree', 'pass'] as const;

export type Answer = (typeof ANSWERS)[number];

export interface Vote {
  readonly answer: Answer;
  readonly wording: number;
  /** Ids of the tasks that ran when the person voted; absent: none ran. */
  readonly tasks?: readonly string[];
  /** The position that the person spoke for when they first voted on this; absent: none. Changing sides moves no vote. */
  readonly team?: string;
}

/** How many people gave something each rating, by its number. */
export type RatingCounts = readonly number[];

/** One person's rating of something, a number: a link's weight or a reaction. */
export interface Rating {
  readonly value: number;
  /** Its basis (`basisOf`): it counts only while that is the same. */
  readonly of: string;
}

export const NO_VOTES: Tally = { agree: 0, disagree: 0, pass: 0, earlier: 0 };

/**
 * A disclosed total of a ballot: it stays known, so nothing disclosed later may differ from it by the answers of few people. Only the log's
 * states hold them.
 */
export interface DisclosedTotal {
  /** The counted items: for votes, the claims whose votes count; for ratings, what they were given to. */
  readonly of: readonly string[];
  /** Of votes: agree, disagree, pass, and how many of them answered an earlier wording. Of ratings: by number. */
  readonly counts: readonly number[];
  /** The wording a claim had. */
  readonly wording: number;
  /** Everyone who has changed their answer since, with their earlier answer; null: none. */
  readonly since: PersistentMap<string, string | null>;
}
