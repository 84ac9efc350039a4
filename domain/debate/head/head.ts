import { HIDING_REASONS } from './reasons.ts';

export const VISIBILITIES = ['public', 'unlisted', 'private'] as const;

export type Visibility = (typeof VISIBILITIES)[number];

/** Open: people write and vote. Closed: read-only. Archived: closed, and not listed. */
export const STATUSES = ['open', 'closed', 'archived'] as const;

export type Status = (typeof STATUSES)[number];

/** The names shown with contributions: real names; pseudonyms, and names for moderators; nothing. Most open first. */
export const NAMES = ['shown', 'pseudonyms', 'anonymous'] as const;

export type Names = (typeof NAMES)[number];

/**
 * Open: tallies show while people vote. Secret: not before voting is over. Research: secret, and then votes may leave as numbered rows
 * without names. Only an open one can be changed, to one for research only before the first vote.
 */
export const BALLOTS = ['open', 'secret', 'research'] as const;

export type Ballots = (typeof BALLOTS)[number];

/** Contributions that may need approval: those of a role; `newcomer`: those of people who have nothing visible to everyone yet. */
export const APPROVAL_CHOICES = ['debater', 'suggester', 'newcomer'] as const;

export type ApprovalChoice = (typeof APPROVAL_CHOICES)[number];

/** The settings that moderators choose for a debate. */
export interface Settings {
  /** The role of a guest on joining; `none` keeps guests out. */
  readonly guests: 'debater' | 'suggester' | 'observer' | 'none';
  /** People who may change others' wording: everyone who may add, or authors only. */
  readonly wording: 'shared' | 'own';
  /** Reasons for hiding: codes of the catalogue, or moderators' own words. */
  readonly reasons: readonly string[];
  /** People speak for no position, for one they choose, or for one that moderators assign. */
  readonly teams: 'off' | 'chosen' | 'assigned';
  /** A team may write for every position, or only for its own. */
  readonly sides: 'free' | 'own';
  /** The number of a position's members who must agree before a steelman of it is recognized; a smaller team: all of it. */
  readonly recognition: number;
  /** Contributions that wait for a moderator's approval. */
  readonly approval: readonly ApprovalChoice[];
  /** New claims that a person who doesn't moderate may add within `PACE_WINDOW`; 0: any number. */
  readonly pace: number;
  /** Only people with an account may join. */
  readonly accounts: boolean;
  /** True if it is offered when a new debate is started. */
  readonly template: boolean;
  /** Once chosen, never loosened. */
  readonly names: Names;
  readonly ballots: Ballots;
}

/** Defaults, also for debates from before a setting existed. */
export const DEFAULT_SETTINGS: Settings = {
  guests: 'debater',
  wording: 'shared',
  reasons: HIDING_REASONS,
  teams: 'off',
  sides: 'free',
  recognition: 1,
  approval: [],
  pace: 0,
  accounts: false,
  template: false,
  names: 'shown',
  ballots: 'open',
};

/** Restrictions that a server administrator can put on a debate, against its owner's will if necessary. */
export const RESTRICTIONS = ['closed', 'hidden', 'deleted'] as const;

export type Restriction = (typeof RESTRICTIONS)[number];

/** A restriction in force. */
export interface Restricted {
  /** In an administrator's words; empty for viewers who don't moderate the debate. */
  readonly reason: string;
  /** Server time. */
  readonly at: number;
  /** The restriction closed or deleted the debate, so lifting it opens or restores it. */
  readonly undoes: boolean;
}

export interface DebateHead {
  readonly title: string;
  readonly motion: string;
  readonly visibility: Visibility;
  readonly settings: Settings;
  /** The debate that this group belongs to; null: this is not a group. */
  readonly plenary: string | null;
  readonly status: Status;
  /** Deleted by its owner, who alone can still access it. */
  readonly deleted: boolean;
  /** Server time at which `status` or `deleted` last changed. */
  readonly statusChangedAt: number;
  readonly createdAt: number;
  /** Restrictions by administrators that are in force; absent: none. */
  readonly restrictions?: Readonly<Partial<Record<Restriction, Restricted>>>;
}
