import type { Tally } from '../votes/vote.ts';

export interface Claim {
  readonly id: string;
  readonly positionId: string | null;
  readonly text: string;
  /** The number of its sealed wording, from 1; what a vote answers. */
  readonly wording: number;
  /** How many wordings it has had. */
  readonly wordings: number;
  /** The sealed wording it had before this one, which it may take up again. */
  readonly before: { readonly wording: number; readonly text: string } | null;
  readonly author: string;
  readonly at: number;
  readonly editedAt: number | null;
  readonly retracted: boolean;
  /** Why a moderator retracted it; absent: its author did, or nobody. */
  readonly retractedFor?: string;
  /** A moderator restored it after its author had retracted it; absent: not so, or not known. */
  readonly againstAuthor?: true;
  /** A moderator made it of its author's words, from a comment or by a split; absent: not so, or not known. */
  readonly byModerator?: true;
  readonly sources: readonly string[];
  readonly parentLink: string;
  readonly tally: Tally;
}
