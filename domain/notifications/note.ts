/**
 * Kinds of notifications in a debate, most urgent first. All but the last two concern the recipient; the last two, about everyone's
 * contributions, are for people who want all notifications.
 */
export const NOTE_KINDS = [
  'restricted',
  'mentioned',
  'replied',
  'attacked',
  'supported',
  'commented',
  'suggested',
  'answered',
  'hidden',
  'held',
  'returned',
  'retracted',
  'marked',
  'merged',
  'split',
  'promoted',
  'accepted',
  'restored',
  'settled',
  'appointed',
  'reworded',
  'polled',
  'voting',
  'claimed',
  'said',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** How many of a debate's notifications a person wants. */
export const NOTE_LEVELS = ['all', 'mine', 'none'] as const;
export type NoteLevel = (typeof NOTE_LEVELS)[number];

/** The default for people who have not chosen. */
export const DEFAULT_LEVEL: NoteLevel = 'mine';

/** A notification: without content, since what may be shown of it depends on when it is shown. */
export interface Note {
  /** The recipient, a participant. */
  readonly to: string;
  readonly kind: NoteKind;
  /** The claim, link, comment, poll, phase, report, participant or restriction. */
  readonly about: string;
  readonly seq: number;
  readonly at: number;
}

/** A participant's notification settings in a debate. */
export interface NoteChoice {
  readonly level: NoteLevel;
  /** Positions and claims whose branches they muted. */
  readonly muted: readonly string[];
}

export const DEFAULT_CHOICE: NoteChoice = { level: DEFAULT_LEVEL, muted: [] };

/** Everything about notifications that can grow: its limit, its unit and its reason. */
export const NOTE_LIMITS = {
  /** Branches a person mutes in one debate: people who want so few notifications turn them off. */
  mutedBranches: 200,
  /** Notifications kept per person, newest first: nobody looks further back, and the debates contain everything. */
  keptNotes: 2_000,
  /** Days a notification is kept. */
  keptDays: 90,
  /** Notifications read for one page of the inbox, or to count unread ones: each is looked up in its debate. */
  lookedAt: 300,
  /** Lines per debate in an email: the others are counted, and are in the inbox. */
  mailLines: 12,
  /** Debates in an email. */
  mailDebates: 10,
  /** Characters of people's text, in the inbox and in emails: enough to recognize it. */
  excerptCharacters: 160,
} as const;

/** True if the same notification may be repeated about the same thing: a claim can be hidden, flagged or reworded more than once. */
export function isRepeatable(kind: NoteKind): boolean {
  switch (kind) {
    case 'mentioned':
    case 'replied':
    case 'attacked':
    case 'supported':
    case 'commented':
    case 'claimed':
    case 'said':
    case 'suggested':
    case 'polled':
      return false;
    default:
      return true;
  }
}
