/** What those who run a debate find wanting in a claim, or in a comment: closed lists, so that marks can be counted. */
export const MARKS = [
  'unsupported',
  'unclear',
  'not_a_claim',
  'several_claims',
  'duplicate',
  'elsewhere',
  'off_topic',
  'abusive',
] as const;

export type MarkKind = (typeof MARKS)[number];

export const COMMENT_MARKS: readonly MarkKind[] = ['unclear', 'elsewhere', 'off_topic', 'abusive'];

/** Marks that may name the claim that says it already, or under which it belongs. */
export const POINTING_MARKS: readonly MarkKind[] = ['duplicate', 'elsewhere'];

/** What a contribution was found wanting in. */
export interface Mark {
  readonly what: MarkKind;
  /** The claim that says it already, or under which it belongs; null: none is named. */
  readonly other: string | null;
  /** To its author: known to them and to those who run the debate, as is who put the mark. */
  readonly note: string;
  readonly by: string;
  readonly at: number;
  /** Its author says that it has been seen to: the mark waits for a second look. */
  readonly revised: boolean;
}

/** The marks of one contribution, in the order of their list. */
export interface Review {
  /** The claim or comment. */
  readonly id: string;
  readonly marks: readonly Mark[];
}
