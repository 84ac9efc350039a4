import type { Sanction } from '../participants/participant.ts';

/** What those who run a debate did to others' contributions, or decided about others, for those who run it. */
export interface ModerationAction {
  /** The entry that did it, as a name. */
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly what:
    | 'hidden'
    | 'restored'
    | 'held'
    | 'accepted'
    | 'returned'
    | 'locked'
    | 'unlocked'
    | 'merged'
    | 'unmerged'
    | 'split'
    | 'joined'
    | 'retracted'
    | 'marked'
    | 'unmarked'
    | 'dismissed'
    | 'settled'
    | 'reopened'
    | 'restricted'
    | 'unrestricted'
    | Sanction;
  /** The contributions; of a measure the person. */
  readonly on: readonly string[];
  /** One of the debate's reasons, the mark, why a measure was taken, or which restriction by an administrator. */
  readonly reason: string;
  readonly note: string;
}
