export const VISIBILITIES = ['public', 'unlisted', 'private'] as const;

export type Visibility = (typeof VISIBILITIES)[number];

/** Open: people write and vote. Closed: it is read. Archived: closed, and out of the lists. */
export const LIVES = ['open', 'closed', 'archived'] as const;

export type Status = (typeof LIVES)[number];

/**
 * What people are told of who wrote what: names; pseudonyms, and names for those who run the debate; nothing. From the
 * loosest on.
 */
export const NAMES = ['shown', 'pseudonyms', 'anonymous'] as const;

export type Names = (typeof NAMES)[number];

/** Whose contributions may need approval: a role's; `newcomer`: people of whom nothing is shown to everyone yet. */
export const APPROVAL_CHOICES = ['debater', 'suggester', 'newcomer'] as const;

export type ApprovalChoice = (typeof APPROVAL_CHOICES)[number];

/** What those who run a debate choose for it. */
export interface Settings {
  /** What a guest becomes on joining; `none` keeps guests out. */
  readonly guests: 'debater' | 'suggester' | 'observer' | 'none';
  /** Who may change others' wording: all who may add, or authors only. */
  readonly wording: 'shared' | 'own';
  /** Why something may be hidden: codes of the catalogue, or words of those who run the debate. */
  readonly reasons: readonly string[];
  /** Whether people speak for positions, and who says for which: they or those who run the debate. */
  readonly teams: 'off' | 'chosen' | 'assigned';
  /** Whether a team writes for its own position alone. */
  readonly sides: 'free' | 'own';
  /** Whose contributions wait until a moderator accepts them. */
  readonly held: readonly ApprovalChoice[];
  /** New claims that a person who doesn't moderate may add within `PACE_WINDOW`; 0: any number. */
  readonly pace: number;
  /** Only people with an account may join. */
  readonly accounts: boolean;
  /** Whether it is offered where a new debate is started. */
  readonly template: boolean;
  /** Once chosen never loosened. */
  readonly names: Names;
  /** Whether tallies are told while people vote. Secret once chosen, it stays so. */
  readonly ballots: 'open' | 'secret';
}

/** What holds where nothing was chosen: in debates made before there was the choice, too. */
export const DEFAULT_SETTINGS: Settings = {
  guests: 'debater',
  wording: 'shared',
  reasons: ['abusive', 'off_topic', 'spam', 'personal_data', 'duplicate', 'unlawful'],
  teams: 'off',
  sides: 'free',
  held: [],
  pace: 0,
  accounts: false,
  template: false,
  names: 'shown',
  ballots: 'open',
};

/** What administrators of the server do to a debate, against its owner's will if need be. */
export const RESTRICTIONS = ['closed', 'hidden', 'deleted'] as const;

export type Restriction = (typeof RESTRICTIONS)[number];

/** A restriction in force. */
export interface Restricted {
  /** In an administrator's words; empty for viewers who don't moderate the debate. */
  readonly reason: string;
  /** Server time. */
  readonly at: number;
  /** The restriction closed or deleted the debate, so lifting it opens it or brings it back. */
  readonly undoes: boolean;
}

export interface DebateHead {
  readonly title: string;
  readonly motion: string;
  readonly visibility: Visibility;
  readonly settings: Settings;
  /** The debate it is a small group of; null: it is none. */
  readonly plenary: string | null;
  readonly life: Status;
  /** Marked for its end by its owner, who alone still reaches it. */
  readonly deleted: boolean;
  /** Server time at which `life` or `deleted` became what it is. */
  readonly turnedAt: number;
  readonly createdAt: number;
  /** By administrators, as far as they are in force; absent: none is. */
  readonly restrictions?: Readonly<Partial<Record<Restriction, Restricted>>>;
}
