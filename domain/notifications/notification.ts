/**
 * Kinds of notifications in a debate, most urgent first. All but the last two concern the recipient; the last two, about everyone's
 * contributions, are for people who want all notifications.
 */
export const NOTIFICATION_KINDS = [
  'restricted',
  'expiring',
  'mentioned',
  'replied',
  'attacked',
  'supported',
  'commented',
  'steelmanned',
  'steelman_answered',
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
  'task_set',
  'task_reminder',
  'poll_reminder',
  'claimed',
  'said',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** The kinds about others' contributions, which the board itself shows as unread: they ask for no more than reading. */
export const CONTRIBUTION_KINDS = [
  'mentioned',
  'replied',
  'attacked',
  'supported',
  'commented',
  'claimed',
  'said',
] as const satisfies readonly NotificationKind[];

/** How many of a debate's notifications a person wants. */
export const NOTIFICATION_LEVELS = ['all', 'mine', 'none'] as const;
export type NotificationLevel = (typeof NOTIFICATION_LEVELS)[number];

/** The default for people who have not chosen. */
export const DEFAULT_LEVEL: NotificationLevel = 'mine';

/** A notification: without content, since what may be shown of it depends on when it is shown. */
export interface Notification {
  /** The recipient, a participant. */
  readonly to: string;
  readonly kind: NotificationKind;
  /** The claim, link, comment, poll, phase, task, report, participant or restriction, or the day on which the debate is deleted. */
  readonly about: string;
  readonly seq: number;
  readonly at: number;
}

/** A participant's notification settings in a debate. */
export interface NotificationChoice {
  readonly level: NotificationLevel;
  /** Positions and claims whose branches they muted. */
  readonly muted: readonly string[];
}

export const DEFAULT_CHOICE: NotificationChoice = { level: DEFAULT_LEVEL, muted: [] };

/** Everything about notifications that can grow: its limit, its unit and its reason. */
export const NOTIFICATION_LIMITS = {
  /** Branches a person mutes in one debate: people who want so few notifications turn them off. */
  mutedBranches: 200,
  /** Notifications kept per person, newest first: nobody looks further back, and the debates contain everything. */
  keptNotes: 2_000,
  /** Days a notification is kept. */
  keptDays: 90,
  /** Notifications read to count unread ones: each is looked up in its debate. */
  lookedAt: 300,
  /** Lines per debate in an email: the others are counted, and are in the inbox. */
  mailLines: 12,
  /** Debates in an email. */
  mailDebates: 10,
  /** Characters of people's text, in the inbox and in emails: enough to recognize it. */
  excerptCharacters: 160,
} as const;

/** True if the same notification may be repeated about the same thing: a claim can be hidden, flagged or reworded more than once. */
export function isRepeatable(kind: NotificationKind): boolean {
  switch (kind) {
    case 'mentioned':
    case 'replied':
    case 'attacked':
    case 'supported':
    case 'commented':
    case 'claimed':
    case 'said':
    case 'steelmanned':
    case 'suggested':
    case 'polled':
    case 'task_set':
    case 'task_reminder':
    case 'poll_reminder':
      return false;
    default:
      return true;
  }
}
