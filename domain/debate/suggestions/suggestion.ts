/** What became of a suggested wording. */
export const SETTLEMENTS = ['accepted', 'returned'] as const;

export type Settlement = (typeof SETTLEMENTS)[number];

/** Another wording of a claim, proposed by somebody who may not reword it, or would rather ask. */
export interface Suggestion {
  readonly id: string;
  readonly claimId: string;
  /** What the claim said when it was made, and the number of its sealed wording then. */
  readonly was: string;
  readonly wording: number;
  /** What it is to say. */
  readonly text: string;
  /** Why. */
  readonly note: string;
  /** Who suggested it; empty where one may not know. */
  readonly author: string;
  readonly at: number;
  /** Null: it waits. */
  readonly outcome: Settlement | null;
  /** Of an accepted one the number of the wording it became; 0: of none. */
  readonly became: number;
  /** Why it was returned. */
  readonly answer: string;
  /** Who accepted or returned it; empty where nobody has, or one may not know. */
  readonly by: string;
}
