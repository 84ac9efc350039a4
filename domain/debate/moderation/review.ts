/** Problems that moderators flag in a claim, or in a comment: closed lists, so that flags can be counted. */
export const FLAGS = [
  'unsupported',
  'unclear',
  'not_a_claim',
  'several_claims',
  'duplicate',
  'elsewhere',
  'off_topic',
  'abusive',
] as const;

export type FlagKind = (typeof FLAGS)[number];

export const COMMENT_FLAGS: readonly FlagKind[] = ['unclear', 'elsewhere', 'off_topic', 'abusive'];

/** Flags that may name the claim that says the same, or to which it should reply. */
export const POINTING_FLAGS: readonly FlagKind[] = ['duplicate', 'elsewhere'];

/** A flagged problem of a contribution. */
export interface Flag {
  readonly what: FlagKind;
  /** The claim that says the same, or to which it should reply; null: none is named. */
  readonly other: string | null;
  /** To its author: visible to them and to moderators, like the name of who set the flag. */
  readonly note: string;
  readonly by: string;
  readonly at: number;
  /** Its author says that the problem is resolved: the flag waits for a second look. */
  readonly revised: boolean;
}

/** The flags of one contribution, in the order of their list. */
export interface Review {
  /** The claim or comment. */
  readonly id: string;
  readonly flags: readonly Flag[];
}
