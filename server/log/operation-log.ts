/** One accepted operation as it took effect, as the log keeps it. */
export interface StoredEntry {
  /** 1 for a debate's first entry, then one more each time, without a hole. */
  seq: number;
  /** Server time in milliseconds. */
  at: number;
  /** The participant who did it, by id, or `system`. */
  actor: string;
  /** The participant whose words they are, by id, or `system`. */
  author: string;
  /** The version of the entry's shape. */
  shape: number;
  type: string;
  /** A JSON object. */
  payload: unknown;
}

/** A page of a debate's entries. */
export interface StoredPage {
  readonly entries: StoredEntry[];
  /** True if fewer entries than asked for were read because they are long: there are more. */
  readonly isCut: boolean;
}

/** Identifies an operation when it is submitted again. */
export interface Identity {
  clientId: string;
  clientSeq: number;
}

/** The answer to an operation, kept so that submitting it again gets the same answer. */
export interface StoredAnswer extends Identity {
  /** Hash of the submitted operation; another hash under the same identity is another operation and is refused. */
  hash: string;
  /** JSON. */
  answer: unknown;
}

/**
 * One debate's append: it is applied only if its head is still `head` and no identity among `answers` is stored already. Without entries
 * (refusals only) only the answers are stored, under the same condition.
 */
export interface AppendRequest {
  debateId: string;
  head: number;
  /** Numbered `head + 1`, `head + 2`, …; either all of them are written or none. */
  entries: StoredEntry[];
  answers: StoredAnswer[];
  /** Time of the last entry that everyone may know of, by which lists sort the debate; the time of the last entry if absent. */
  shownAt?: number;
  // Derived data follows changes through entries, and is left alone without any.
  /** The debate's card for the home page, when it changed. JSON. */
  listing?: unknown;
  /** The debate's title and visibility, when they changed. */
  title?: string;
  visibility?: string;
  /** True if rights or visibility changed: increases the access version that every node watches. */
  accessChanged?: boolean;
}

/**
 * - `appended`: durable.
 * - `answered`: nothing was written; these identities were answered before (checked first).
 * - `behind`: nothing was written; the debate's head has moved on.
 * - `missing`: there is no such debate.
 */
export type AppendResult =
  | { kind: 'appended' }
  | { kind: 'behind'; head: number }
  | { kind: 'answered'; answers: StoredAnswer[] }
  | { kind: 'missing' };

/**
 * Erases a person from one debate: rewrites entries, each keeping its size, and adds one entry that records it, only if the head is still
 * `head`. The person's name there, the answers they got, and every stored state that may have the words are removed too.
 */
export interface ErasureRequest {
  debateId: string;
  head: number;
  participantId: string;
  /** Existing entries in their new form. */
  rewritten: Pick<StoredEntry, 'seq' | 'shape' | 'payload'>[];
  /** True if words were blanked: then no earlier state may be used. */
  words: boolean;
  /** Numbered `head + 1`. */
  entry: StoredEntry;
}

/** The result of an erasure. */
export type ErasureResult = Exclude<AppendResult, { kind: 'answered' }>;

/** A participant of a new debate; `userId` is null for people whom an imported file names. */
export interface NewParticipant {
  id: string;
  userId: string | null;
  name: string;
}

/** A debate to be created. */
export interface NewDebate {
  id: string;
  title: string;
  visibility: string;
  /** The card for the home page. JSON. */
  listing: unknown;
  /** Stored with the debate: nobody could find it without its owner. A log in memory keeps none. */
  participants?: readonly NewParticipant[];
}

/** Entries numbered above `after` and below `before`, of one of these types by a participant, or of a type that is always included. */
export interface SearchedEntries {
  readonly after: number;
  readonly before: number;
  readonly types: readonly string[];
  /** The participant who did it, or in whose name the system did; `null`: any. */
  readonly by: string | null;
  readonly always: readonly string[];
  /** Those found first; absent: the newest. */
  readonly first?: 'oldest';
}

/** Entries numbered above `after` up to `upTo`, of one of these types, that mention one of these words. */
export interface MentioningEntries {
  readonly after: number;
  readonly upTo: number;
  readonly words: readonly string[];
  readonly types: readonly string[];
}

/** The head of a debate, and how often access to it changed. */
export interface LogHead {
  head: number;
  accessVersion: number;
}

/** A stored state at a sequence number. */
export interface StoredSnapshot {
  seq: number;
  shape: number;
  data: Uint8Array;
}

/** Number of snapshots of a debate that are always kept: the newest, and one to fall back on. */
export const MOST_SNAPSHOTS = 2;

/** Interval in entries at which the first snapshot is kept too, as a milestone: the debate's history is folded from there. */
export const MILESTONE_EVERY = 5_000;
/** Approximate maximum of milestones per debate: in a longer one they are twice as far apart, and so on. */
const MILESTONES = 100;

/** Entries between two milestones of a debate with this many entries. */
export function milestoneStretch(head: number): number {
  const doublings = Math.ceil(Math.log2(Math.max(1, head / (MILESTONE_EVERY * MILESTONES))));
  return MILESTONE_EVERY * 2 ** doublings;
}

/** Entries of one minute that name one claim. */
export interface MinuteCount {
  /** Since 1970. */
  readonly minute: number;
  readonly claimId: string;
  readonly count: number;
}

/**
 * Stores debates' logs. When a promise resolves, its result is durable. A rejected `append` may still have been written (the connection was
 * lost while it ran): submit the same again, with the same identities and head, and the result shows whether it was.
 *
 * A request that no correct caller makes (a gap in the numbers, one debate or one identity twice, text that a database can't store) is
 * refused with a `RangeError` before anything is written.
 */
export interface OperationLog {
  /** Creates a debate with its participants and first entries, completely or not at all; `exists` if the id is taken. */
  createDebate(
    debate: NewDebate,
    entries: StoredEntry[],
    answers?: StoredAnswer[],
  ): Promise<'created' | 'exists'>;

  /** Appends to several debates in one transaction. Each debate succeeds or fails separately; results are in the order of the requests. */
  append(requests: AppendRequest[]): Promise<AppendResult[]>;

  /** Rewrites a debate's log without a person, completely or not at all, ordered with every append. */
  erase(request: ErasureRequest): Promise<ErasureResult>;

  /** The entries numbered above `after`, ascending and without gaps, at most `limit`. */
  read(debateId: string, after: number, limit: number): Promise<StoredEntry[]>;

  /**
   * Like `read`, but ends before the payloads have more characters of JSON than `characters`; a single entry may have more. As much as one
   * turn of the thread may read and fold.
   */
  readPage(debateId: string, after: number, limit: number, characters: number): Promise<StoredPage>;

  /** The matching entries of a debate, at most `limit`: the newest, newest first, or as `first` says. */
  search(debateId: string, wanted: SearchedEntries, limit: number): Promise<StoredEntry[]>;

  /** The answers of those identities that were answered. */
  answers(debateId: string, identities: Identity[]): Promise<StoredAnswer[]>;

  /** The heads of those debates that exist. `shared`: with what else is asked in the same turn. */
  heads(debateIds: string[], how?: 'shared'): Promise<Map<string, LogHead>>;

  /** The newest snapshot of a debate, up to a number and of a shape not before `oldestShape`, if these are given. */
  latestSnapshot(debateId: string, upTo?: number, oldestShape?: number): Promise<StoredSnapshot | null>;

  /** A debate's entries whose payloads have one of these words among their values, ascending, at most `limit`. */
  mentioning(debateId: string, wanted: MentioningEntries, limit: number): Promise<StoredEntry[]>;

  /** Counts the entries of a type numbered above `after` up to `upTo`, by the minute since 1970 and the claim they name, in this order. */
  countByMinute(debateId: string, type: string, after: number, upTo: number): Promise<MinuteCount[]>;

  /**
   * Stores a snapshot and deletes all but the newest two and the milestones of its shape or an earlier one that can be read. Nothing is stored for a debate that doesn't
   * exist, or from a state older than an erasure of words. `readAt`: the head when reading for this state began, if later than its number:
   * words erased up to then are not in it.
   */
  saveSnapshot(debateId: string, snapshot: StoredSnapshot, readAt?: number): Promise<void>;
}
