/** Content added while new claims were hidden: only its author sees it until the reveal. */
export interface Embargo {
  /** The claim, comment or source. */
  readonly id: string;
  readonly author: string;
}

/**
 * The reason why a contribution is not visible to everyone: hidden by moderators, waiting for their approval, or sent back to its author.
 */
export interface HiddenContent {
  /** The claim or comment. */
  readonly id: string;
  readonly status: 'hidden' | 'pending_approval' | 'sent_back';
  /** One of the debate's reasons. */
  readonly reason: string;
  /** To its author. */
  readonly note: string;
  readonly by: string;
  readonly at: number;
}
