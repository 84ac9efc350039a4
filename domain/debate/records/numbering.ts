import type { PersistentMap } from '../persistent-map.ts';

/**
 * How entries are numbered for people, where that is not how the log numbers them. What all may know of is counted without a
 * hole. What is one person's alone (what they add unseen, their votes while tallies are hidden) has, for that person,
 * numbers between two of these, and for all others none: no number they are told counts it.
 */
export interface Numbering {
  /** The number of the last entry that all may know of, and its time. */
  readonly told: number;
  readonly at: number;
  /** The number from which on all may know of every entry, unless something is hidden now. */
  readonly since: number;
  /** By person, what was theirs alone since that entry. */
  readonly own: PersistentMap<string, OwnNumbers>;
  /** Sequence number in the log of the last entry that erased words; 0: none has. */
  readonly erasedAt: number;
}

/** What is one person's alone since the last entry that all may know of. */
export interface OwnNumbers {
  readonly count: number;
  /** Time of the last of it. */
  readonly at: number;
}
