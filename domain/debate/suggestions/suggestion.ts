/** The outcome of a suggested wording. */
export const SETTLEMENTS = ['accepted', 'sent_back'] as const;

export type Settlement = (typeof SETTLEMENTS)[number];

/** Another wording of a claim, suggested by a person who may not reword it, or prefers to ask. */
export interface Suggestion {
  readonly id: string;
  readonly claimId: string;
  /** The claim's wording when it was made, and the number of its sealed wording then. */
  readonly was: string;
  readonly wording: number;
  /** The suggested wording. */
  readonly text: string;
  /** The reason. */
  readonly note: string;
  /** The suggester; empty if the viewer may not know. */
  readonly author: string;
  readonly at: number;
  /** Null: it waits. */
  readonly outcome: Settlement | null;
  /** For an accepted one, the number of the wording it became; 0: none. */
  readonly became: number;
  /** The reason why it was sent back. */
  readonly answer: string;
  /** The person who accepted it or sent it back; empty if nobody has, or the viewer may not know. */
  readonly by: string;
}
