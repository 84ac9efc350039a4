import type { PersistentMap } from '../../collections/persistent-map.ts';

/**
 * The numbering of entries for viewers, if not as in the log. Entries that everyone may know have whole numbers without gaps. Other entries
 * are numbered between two of these: moderators count the entries they share, a person those shared only with them. No viewer's number
 * counts anything hidden from that viewer.
 */
export interface Numbering {
  /** Number of the last public entry, and its time. */
  readonly publicSeq: number;
  readonly at: number;
  /** Number from which moderators know every entry, unless something is hidden from them now. */
  readonly since: number;
  /** Entries since the last public one that only moderators share. */
  readonly moderatorsOnly: CountedEntries;
  /** By person, entries that they know and their audience does not. */
  readonly own: PersistentMap<string, OwnEntries>;
  /** Runs of consecutive public entries, ascending; the first covers the oldest number that a client can catch up from. */
  readonly runs: readonly Run[];
  /** Sequence number in the log of the last entry that erased words; 0: none. */
  readonly erasedAt: number;
}

/** Entries between two numbers: their count, and the time of the last. */
interface CountedEntries {
  readonly count: number;
  readonly at: number;
}

/** Entries that a person knows and their audience does not, since the last one the audience knows. */
export interface OwnEntries extends CountedEntries {
  /** Number of the audience's last entry. */
  readonly base: number;
}

/** Consecutive public entries of the log: the number of the first for viewers, and in the log. */
export interface Run {
  readonly publicSeq: number;
  readonly seq: number;
}
