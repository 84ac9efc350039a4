/** What was added while new claims were hidden: until the reveal for its author alone. */
export interface Embargo {
  /** The claim, comment or source. */
  readonly id: string;
  readonly author: string;
}

/** Why somebody else's contribution is not shown to everybody: hidden by those who run the debate, waiting for their
 * approval, or returned to its author. */
export interface HiddenContent {
  /** The claim or comment. */
  readonly id: string;
  readonly how: 'hidden' | 'held' | 'returned';
  /** One of the debate's reasons. */
  readonly reason: string;
  /** To its author. */
  readonly note: string;
  readonly by: string;
  readonly at: number;
}

/** What those who run the debate alone may change. */
export interface Lock {
  /** The claim or position; `*` is the whole debate. */
  readonly id: string;
  /** All that stands under it too. */
  readonly branch: boolean;
  readonly by: string;
  readonly at: number;
}
