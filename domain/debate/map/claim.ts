import type { Steelman } from './steelman.ts';

/** The answers to a claim that take one click. Stored by its place: new ones are added at the end. */
export const REACTIONS = ['insightful', 'surprising', 'well_put', 'unclear'] as const;

export type Reaction = (typeof REACTIONS)[number];

/** Absolute counts of a claim's votes; `earlier` of them answer a wording before the present one. */
export interface Tally {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
  readonly earlier: number;
}

export interface Claim {
  readonly id: string;
  readonly positionId: string | null;
  readonly text: string;
  /** The number of its sealed wording, from 1: the one that votes answer. */
  readonly wording: number;
  /** The number of wordings it has had. */
  readonly wordings: number;
  /** The sealed wording before the current one, which it may return to. */
  readonly before: { readonly wording: number; readonly text: string } | null;
  readonly author: string;
  readonly at: number;
  readonly editedAt: number | null;
  readonly retracted: boolean;
  /** The reason a moderator gave for retracting it; absent: its author retracted it, or nobody did. */
  readonly retractedFor?: string;
  /** A moderator restored it after its author had retracted it; absent: no, or not known. */
  readonly againstAuthor?: true;
  /** A moderator made it from its author's words, from a comment or by a split; absent: no, or not known. */
  readonly byModerator?: true;
  readonly sources: readonly string[];
  readonly parentLink: string;
  readonly tally: Tally;
  /** How many people gave it each reaction, in the order of `REACTIONS`; absent: nobody did. */
  readonly reactions?: readonly number[];
  /** Ids of the tasks that ran when it was added, or was given a source; absent: none ran. */
  readonly tasks?: readonly string[];
  /** Absent: its author wrote it for their own side, or for none. */
  readonly steelman?: Steelman;
}
