/** The outcome of a report. */
export const OUTCOMES = ['no_action', 'hidden', 'flagged', 'other_action'] as const;

export type ReportOutcome = (typeof OUTCOMES)[number];

/** A participant's report to moderators about another person's contribution. */
export interface Report {
  readonly id: string;
  /** The claim or comment. */
  readonly on: string;
  /** One of the debate's reasons. */
  readonly reason: string;
  readonly words: string;
  /** The reporter; empty if the viewer may not know. */
  readonly author: string;
  readonly at: number;
  /** Null: still open. */
  readonly outcome: ReportOutcome | null;
  /** The moderator who settled it; empty if nobody has, or the viewer may not know. */
  readonly by: string;
}
