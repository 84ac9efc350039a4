/** What a phase of a debate is for. */
export const PHASE_KINDS = [
  'opening_poll',
  'silent_writing',
  'open_debate',
  'rebuttals',
  'vote',
  'closing_poll',
  'wrap_up',
  'other',
] as const;

export type PhaseKind = (typeof PHASE_KINDS)[number];

/** What people may do in a phase. Who may add sees to what they added. */
export const DOINGS = ['add', 'edit', 'comment', 'vote'] as const;

export type Doing = (typeof DOINGS)[number];

/** What stays on the server in a phase: what others add, and how people voted. */
export const HIDEABLE = ['claims', 'tallies'] as const;

export type Hideable = (typeof HIDEABLE)[number];

/** One stretch of a debate held live. */
export interface Phase {
  readonly id: string;
  readonly kind: PhaseKind;
  /** A name of its own; empty: that of its kind. */
  readonly title: string;
  /** What people are asked to do. */
  readonly note: string;
  /** How long it is meant to last; null: as long as it takes. */
  readonly minutes: number | null;
  readonly may: readonly Doing[];
  readonly hides: readonly Hideable[];
}

/** The time of a phase, by the server's clock: when it ends, or, while it is held, the milliseconds left. Below 0 it is over. */
export type Timer = { readonly ends: number } | { readonly left: number };

/** What a debate held live goes through. */
export interface Agenda {
  readonly phases: readonly Phase[];
  /** The phase that is on; null: none. */
  readonly at: string | null;
  /** Counts how often the phases were set. */
  readonly revision: number;
  readonly timer: Timer | null;
}

/** An agenda nobody has made yet. */
export const NO_AGENDA: Agenda = { phases: [], at: null, revision: 0, timer: null };
