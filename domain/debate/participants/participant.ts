export const ROLES = ['owner', 'moderator', 'debater', 'suggester', 'observer'] as const;

export type Role = (typeof ROLES)[number];

/** True if this role moderates the debate. */
export function isModerating(role: Role): boolean {
  return role === 'owner' || role === 'moderator';
}

/** Why somebody was muted, removed or banned: a closed list, so that reasons can be counted. */
export const REASONS = ['abusive', 'disruptive', 'flooding', 'pretending', 'other'] as const;

export type Reason = (typeof REASONS)[number];

/** Whether a participant is in the debate; who was removed may come back, who was banned may not. */
export const STANDINGS = ['in', 'removed', 'banned'] as const;

export type Membership = (typeof STANDINGS)[number];

/**
 * What those who run a debate decide about somebody else; `freed` may write again, `admitted` is let back in, `appointed` has
 * another role.
 */
export const MEASURES = ['muted', 'freed', 'removed', 'banned', 'admitted', 'appointed', 'renamed'] as const;

export type Sanction = (typeof MEASURES)[number];

export interface Participant {
  readonly id: string;
  readonly role: Role;
  readonly joinedAt: number;
  /** The position this person speaks for; null: none. */
  readonly team: string | null;
  /** What follows is known to those who run the debate, and to the person. */
  readonly muted: boolean;
  readonly standing: Membership;
  /** Why muted, removed or banned; null for who is none of it. */
  readonly reason: Reason | null;
  /** Server times at which a mute, or a removal or ban, ends by itself; absent: it lasts until it is lifted. */
  readonly mutedUntil?: number;
  readonly outUntil?: number;
  /** They asked to be forgotten: there is no name and nobody any more. */
  readonly erased?: true;
}
