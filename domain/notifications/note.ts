/**
 * What a person is told of in a debate, the most pressing first. All but the last two concern them; of these the last two, which
 * are about everybody's writing, are for those who want to hear of all.
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

/** How much of a debate somebody wants to hear of. */
export const NOTE_LEVELS = ['all', 'mine', 'none'] as const;
export type NoteLevel = (typeof NOTE_LEVELS)[number];

/** What holds for who has not chosen. */
export const DEFAULT_LEVEL: NoteLevel = 'mine';

/** That somebody is told of something: without a word of it, since what may be told of it is known when it is told. */
export interface Note {
  /** The participant. */
  readonly to: string;
  readonly kind: NoteKind;
  /** The claim, link, comment, poll, phase, report, participant or restriction. */
  readonly about: string;
  readonly seq: number;
  readonly at: number;
}

/** What one participant chose to hear of in a debate. */
export interface NoteChoice {
  readonly level: NoteLevel;
  /** Positions and claims under which they want to hear of nothing. */
  readonly muted: readonly string[];
}

export const DEFAULT_CHOICE: NoteChoice = { level: DEFAULT_LEVEL, muted: [] };

/** Everything about notes that can grow, its bound, its unit and why it is there. */
export const NOTE_LIMITS = {
  /** Branches somebody mutes in one debate: whoever wants to hear of so little chooses to hear of nothing. */
  mutedBranches: 200,
  /** Notes kept of one person, the newest: nobody looks further back, the debates have it all. */
  keptNotes: 2_000,
  /** Days a note is kept. */
  keptDays: 90,
  /** Notes looked at for one page of the inbox, or to count those that are new: each is looked up in its debate. */
  lookedAt: 300,
  /** Lines of one debate in a mail: the others are counted, and stand in the inbox. */
  mailLines: 12,
  /** Debates in a mail. */
  mailDebates: 10,
  /** Characters of what people wrote, in the inbox and in mails: enough to know what it is. */
  excerptCharacters: 160,
} as const;

/** May the same be told again of the same thing? A claim is hidden, marked or worded anew more than once. */
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
