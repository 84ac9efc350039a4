import type { Target } from '../map/link.ts';

/** A claim that was made from a comment: what its author said there. */
export interface Origin {
  /** The claim. */
  readonly id: string;
  readonly comment: string;
}

export interface Comment {
  readonly id: string;
  readonly on: Target;
  readonly replyTo: string | null;
  readonly text: string;
  readonly author: string;
  readonly at: number;
  readonly editedAt: number | null;
  readonly withdrawn: boolean;
  readonly resolved: boolean;
  /** Ids of the tasks that ran when it was written; absent: none ran. */
  readonly tasks?: readonly string[];
  /** The answer to a steelman that it belongs to, saying what is missing; absent: to none. */
  readonly ofAnswer?: string;
}
