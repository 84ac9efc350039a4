/** The purpose of a phase. */
export const PHASE_KINDS = [
  'opening_poll',
  'silent_writing',
  'switch_sides',
  'open_debate',
  'rebuttals',
  'vote',
  'guided_vote',
  'closing_poll',
  'wrap_up',
  'other',
] as const;

export type PhaseKind = (typeof PHASE_KINDS)[number];

/** Activities that a phase can allow. People who may add may also edit what they added. */
export const DOINGS = ['add', 'edit', 'comment', 'vote'] as const;

export type Doing = (typeof DOINGS)[number];

/** Data that a phase can hide: others' additions, and votes. */
export const HIDEABLE = ['claims', 'tallies'] as const;

export type Hideable = (typeof HIDEABLE)[number];

/** In a phase in which teams switch sides: the position that a position's team presents. */
export interface Presented {
  readonly team: string;
  readonly position: string;
}

/** One phase of a live debate. */
export interface Phase {
  readonly id: string;
  readonly kind: PhaseKind;
  /** A title given by a moderator; empty: the default one of its kind. */
  readonly title: string;
  /** The instructions for the phase. */
  readonly note: string;
  /** Planned duration; null: open-ended. */
  readonly minutes: number | null;
  readonly may: readonly Doing[];
  readonly hides: readonly Hideable[];
  /** The moderators' choice of who presents what; a team that is not listed presents the next position. */
  readonly presents?: readonly Presented[];
}

/** The timer of a phase, by the server's clock: when it ends, or, while it is paused, the milliseconds left. Below 0 the time is over. */
export type Timer = { readonly ends: number } | { readonly left: number };

/** The phases of a live debate. */
export interface Agenda {
  readonly phases: readonly Phase[];
  /** The running phase; null: none. */
  readonly at: string | null;
  /** The number of times the phases were set. */
  readonly revision: number;
  readonly timer: Timer | null;
}

/** The agenda of a debate that has none yet. */
export const NO_AGENDA: Agenda = { phases: [], at: null, revision: 0, timer: null };
