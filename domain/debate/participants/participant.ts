export const ROLES = ['owner', 'moderator', 'debater', 'suggester', 'observer'] as const;

export type Role = (typeof ROLES)[number];

/** True if this role moderates the debate. */
export function isModerating(role: Role): role is 'owner' | 'moderator' {
  return role === 'owner' || role === 'moderator';
}

/** Reasons for muting, removing or banning a person: a closed list, so that reasons can be counted. */
export const REASONS = ['abusive', 'disruptive', 'flooding', 'pretending', 'other'] as const;

export type Reason = (typeof REASONS)[number];

/** Membership in a debate: a removed person may come back, a banned one may not. */
export const MEMBERSHIPS = ['member', 'removed', 'banned'] as const;

export type Membership = (typeof MEMBERSHIPS)[number];

export interface Participant {
  readonly id: string;
  readonly role: Role;
  readonly joinedAt: number;
  /** The position this person speaks for; null: none. */
  readonly team: string | null;
  /** Agrees that everyone who may read the debate sees their votes, as a perspective; absent: does not. */
  readonly showsVotes?: true;
  /** Agreed to that at some time: what others saw then, they know. Never forgotten. */
  readonly everShowedVotes?: true;
  /** This and the following fields are known to moderators, and to the person. */
  readonly muted: boolean;
  readonly membership: Membership;
  /** The reason for a mute, removal or ban; null: there is none. */
  readonly reason: Reason | null;
  /** Server times at which a mute, or a removal or ban, ends automatically; absent: it lasts until it is lifted. */
  readonly mutedUntil?: number;
  readonly outUntil?: number;
  /** Their account was deleted at their request: there is no name and no person any longer, and so no member. */
  readonly erased?: true;
}
