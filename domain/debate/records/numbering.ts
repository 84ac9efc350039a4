import type { PersistentMap } from '../persistent-map.ts';

/**
 * How entries are numbered for people, where that is not how the log numbers them. What all may know is counted without a hole.
 * What few know is counted between two of these, for each viewer what that viewer knows: moderators count what they share, a
 * person what is shared with them alone. No number that a viewer is told counts what is hidden from them.
 */
export interface Numbering {
  /** The number of the last entry that all may know, and its time. */
  readonly told: number;
  readonly at: number;
  /** The number from which on moderators know every entry, unless something is hidden from them now. */
  readonly since: number;
  /** What moderators know and not everybody, since the last entry that all may know. */
  readonly few: CountedEntries;
  /** By person, what they know and their audience does not. */
  readonly own: PersistentMap<string, OwnEntries>;
  /** Where the numbers of entries that all may know and the log's part, ascending; the first covers what is caught up with. */
  readonly runs: readonly Run[];
  /** Sequence number in the log of the last entry that erased words; 0: none has. */
  readonly erasedAt: number;
}

/** Entries between two numbers: how many, and the time of the last. */
interface CountedEntries {
  readonly count: number;
  readonly at: number;
}

/** What a person knows and their audience does not, since the last entry that their audience knows. */
export interface OwnEntries extends CountedEntries {
  /** The number of that entry of their audience. */
  readonly base: number;
}

/** Entries that all may know, one after another in the log: the number of the first as told, and in the log. */
export interface Run {
  readonly told: number;
  readonly seq: number;
}
