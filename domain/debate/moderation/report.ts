/** What became of a report. */
export const OUTCOMES = ['nothing', 'hidden', 'marked', 'otherwise'] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** What a participant told those who run the debate about somebody else's contribution. */
export interface Report {
  readonly id: string;
  /** The claim or comment. */
  readonly on: string;
  /** One of the debate's reasons. */
  readonly reason: string;
  readonly words: string;
  /** Who reported it; empty where one may not know. */
  readonly author: string;
  readonly at: number;
  /** Null: nobody has dealt with it yet. */
  readonly outcome: Outcome | null;
  /** Who dealt with it; empty where nobody has, or one may not know. */
  readonly by: string;
}
