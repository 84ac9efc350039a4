/** The subject of a poll: the motion, before or after the debate, or anything else. */
export const POLL_KINDS = ['before', 'after', 'quick'] as const;

export type PollKind = (typeof POLL_KINDS)[number];

/** The answers to a poll on the motion, in their order. */
export const STANCES = ['for', 'against', 'undecided'] as const;

/** The number of answers from which the totals of a secret poll can be shown; 1: from the first. */
export const POLL_THRESHOLDS = [1, 3, 5] as const;
export type PollThreshold = (typeof POLL_THRESHOLDS)[number];

/** A question that moderators ask everyone, and its result. */
export interface Poll {
  readonly id: string;
  readonly kind: PollKind;
  /** For a poll after the debate, the one before it; null: none. */
  readonly since: string | null;
  /** Empty for a poll on the motion, whose options are the stances. */
  readonly question: string;
  readonly options: readonly string[];
  /** Answers stay hidden until the poll closes; then totals are shown from the threshold on. */
  readonly secret: boolean;
  /** Missing: five, as for all polls from before the threshold existed. */
  readonly threshold?: PollThreshold;
  readonly open: boolean;
  /** It has not been asked yet: it waits until a moderator opens it. */
  readonly prepared?: true;
  /** The entry that last opened or closed it. */
  readonly statusSeq: number;
  /** The entry that first opened it, or prepared it: polls are in this order. */
  readonly seq: number;
  /** Server time of that entry. */
  readonly at: number;
  /** The number of people who have answered. */
  readonly answered: number;
  /** Number of answers by option; null: the viewer may not know it. */
  readonly counts: readonly number[] | null;
  /** The people who answered both polls, by option before, then by option after: shown for a poll after the debate. Null: not shown. */
  readonly flows: readonly (readonly number[])[] | null;
}
