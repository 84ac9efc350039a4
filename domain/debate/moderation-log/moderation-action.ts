/** Moderators' decisions about another person; `unmuted`: may write again, `readmitted`: may come back, `appointed`: has another role. */
export const SANCTIONS = [
  'muted',
  'unmuted',
  'removed',
  'banned',
  'readmitted',
  'appointed',
  'renamed',
] as const;

export type Sanction = (typeof SANCTIONS)[number];

/** True if a decision was made about a person. */
export function isSanction(what: ModerationAction['what']): what is Sanction {
  return SANCTIONS.some((sanction) => sanction === what);
}

/** A moderator's action on others' contributions, or decision about another person; visible to moderators. */
export interface ModerationAction {
  /** The id of the action, made from its entry. */
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly what:
    | 'hidden'
    | 'restored'
    | 'resubmitted'
    | 'accepted'
    | 'sent_back'
    | 'locked'
    | 'unlocked'
    | 'merged'
    | 'unmerged'
    | 'split'
    | 'joined'
    | 'retracted'
    | 'flagged'
    | 'unflagged'
    | 'dismissed'
    | 'settled'
    | 'reopened'
    | 'restricted'
    | 'unrestricted'
    | Sanction;
  /** The contributions; for a sanction, the person. */
  readonly on: readonly string[];
  /** One of the debate's reasons, the kind of flag, the reason for a sanction, or an administrator's restriction. */
  readonly reason: string;
  readonly note: string;
}
