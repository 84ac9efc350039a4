import type { Gathered } from './gathered.ts';
import type { PollForm } from './poll-form.ts';

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
  /** How it is answered; missing: with one option. Always missing for a poll on the motion. */
  readonly form?: PollForm;
  /** Empty for a poll on the motion, whose options are the stances. */
  readonly question: string;
  /** The two ends of a scale; none for texts and numbers. */
  readonly options: readonly string[];
  /** Answers stay hidden until the poll closes; then totals are shown from the threshold on. */
  readonly secret: boolean;
  /** Missing: five, as for all polls from before the threshold existed. */
  readonly threshold?: PollThreshold;
  readonly open: boolean;
  /** It has not been asked yet: it waits until a moderator opens it. */
  readonly prepared?: true;
  /** Server time from which it takes no answers; missing: until a moderator closes it. */
  readonly closesAt?: number;
  /** The right number, if a moderator has revealed one. */
  readonly right?: number;
  /** Texts whose like answers a moderator has hidden; only moderators know them. */
  readonly hiddenAnswers?: readonly string[];
  /** The entry that last opened or closed it, or revealed its right number. */
  readonly statusSeq: number;
  /** The entry that first opened it, or prepared it: polls are in this order. */
  readonly seq: number;
  /** Server time of that entry. */
  readonly at: number;
  /** The number of people who have answered. */
  readonly answered: number;
  /**
   * By option, or by step: people, or the points they gave (`countChoice`); none for texts and numbers. Null: the viewer may not know the
   * result.
   */
  readonly counts: readonly number[] | null;
  /** In a projection: what else is shown of the answers. */
  readonly gathered?: Gathered;
  /** The people who answered both polls, by option before, then by option after: shown for a poll after the debate. Null: not shown. */
  readonly flows: readonly (readonly number[])[] | null;
}
