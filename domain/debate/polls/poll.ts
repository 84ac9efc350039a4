/** What a poll asks about: the motion, before it is debated and after, or anything else. */
export const POLL_KINDS = ['before', 'after', 'quick'] as const;

export type PollKind = (typeof POLL_KINDS)[number];

/** The answers to a poll on the motion, in their order. */
export const STANCES = ['for', 'against', 'undecided'] as const;

/** From how many answers on the totals of a secret poll can be shown; 1: from the first. */
export const POLL_THRESHOLDS = [1, 3, 5] as const;
export type PollThreshold = (typeof POLL_THRESHOLDS)[number];

/** A question that those who run a debate put to everybody, and what came of it. */
export interface Poll {
  readonly id: string;
  readonly kind: PollKind;
  /** Of a poll after the debate, the one before it; null: none. */
  readonly since: string | null;
  /** Empty where it asks about the motion; its options are the stances then. */
  readonly question: string;
  readonly options: readonly string[];
  /** Answers stay hidden until the poll closes; then totals show from the threshold on. */
  readonly secret: boolean;
  /** Missing: five, as for all polls from before it could be chosen. */
  readonly threshold?: PollThreshold;
  readonly open: boolean;
  /** The entry that last opened or closed it. */
  readonly turned: number;
  /** The entry that opened it: polls stand in this order. */
  readonly seq: number;
  /** Server time at which it was opened. */
  readonly at: number;
  /** How many have answered. */
  readonly answered: number;
  /** How often each option was chosen; null: one may not know it. */
  readonly counts: readonly number[] | null;
  /** By option before, then by option after, those who answered both: told of a poll after the debate. Null: not told. */
  readonly flows: readonly (readonly number[])[] | null;
}
