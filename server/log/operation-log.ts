/** One accepted operation as it took effect, as the log keeps it. */
export interface StoredEntry {
  /** 1 for a debate's first entry, then one more each time, without a hole. */
  seq: number;
  /** Server time in milliseconds. */
  at: number;
  /** Who did it: a participant's id, or `system`. */
  actor: string;
  /** Whose words they are: a participant's id, or `system`. */
  author: string;
  /** The version of the entry's shape. */
  shape: number;
  type: string;
  /** A JSON object. */
  payload: unknown;
}

/** What makes an operation the same operation when it is submitted again. */
export interface Identity {
  clientId: string;
  clientSeq: number;
}

/** What an operation was answered, kept so that submitting it again gets the same answer. */
export interface StoredAnswer extends Identity {
  /** Of what was submitted; another hash under the same identity is another operation and is refused. */
  hash: string;
  /** JSON. */
  answer: unknown;
}

/**
 * What one debate wants appended: only if its head still is `head` and no identity among `answers` is stored
 * already. Without entries (refusals only) the answers alone are stored, under the same condition.
 */
export interface AppendRequest {
  debateId: string;
  head: number;
  /** Numbered `head + 1`, `head + 2`, …; all of them are written or none. */
  entries: StoredEntry[];
  answers: StoredAnswer[];
  /** Time of the last entry that all may know of, by which lists have the debate; of the last entry, where it is not given. */
  toldAt?: number;
  // What follows changes through entries, and is left alone without any.
  /** The debate's card for the home page, when it changed. JSON. */
  listing?: unknown;
  /** The debate's title and visibility, when they changed. */
  title?: string;
  visibility?: string;
  /** Whether who may do or see what changed: raises the access version that every node watches. */
  accessChanged?: boolean;
}

/**
 * - `appended`: durable.
 * - `answered`: nothing was written; these of the identities were answered before (looked at first).
 * - `behind`: nothing was written; the debate's head is another one by now.
 * - `missing`: there is no such debate.
 */
export type AppendResult =
  | { kind: 'appended' }
  | { kind: 'behind'; head: number }
  | { kind: 'answered'; answers: StoredAnswer[] }
  | { kind: 'missing' };

/**
 * Takes a person out of one debate: entries written anew, each with as much in it as before, and one more that says so, only if
 * the head still is `head`. With them go the person's name there, what they were answered, and every stored state that may have
 * the words.
 */
export interface ErasureRequest {
  debateId: string;
  head: number;
  participantId: string;
  /** Entries there are, as they are to be. */
  rewritten: Pick<StoredEntry, 'seq' | 'shape' | 'payload'>[];
  /** Whether words were blanked: then no state from before is any good. */
  words: boolean;
  /** Numbered `head + 1`. */
  entry: StoredEntry;
}

/** What became of it. */
export type ErasureResult = Exclude<AppendResult, { kind: 'answered' }>;

/** A participant of a new debate; `userId` is null for people whom an imported file names. */
export interface NewParticipant {
  id: string;
  userId: string | null;
  name: string;
}

/** A debate when it is made. */
export interface NewDebate {
  id: string;
  title: string;
  visibility: string;
  /** The card for the home page. JSON. */
  listing: unknown;
  /** Stored with the debate: nobody finds it without its owner. A log in memory keeps none. */
  participants?: readonly NewParticipant[];
}

/** Entries numbered above `after` and below `before`, of one of these types by somebody, or of a type that is always wanted. */
export interface SearchedEntries {
  readonly after: number;
  readonly before: number;
  readonly types: readonly string[];
  /** The participant who did it, or in whose name the system did; null: anybody. */
  readonly by: string | null;
  readonly always: readonly string[];
}

/** How far a debate is, and how often access to it changed. */
export interface DebateHead {
  head: number;
  accessVersion: number;
}

/** A stored state at a sequence number. */
export interface StoredSnapshot {
  seq: number;
  shape: number;
  data: Uint8Array;
}

/** How many snapshots of a debate are kept in any case: the newest, and one to fall back on. */
export const SNAPSHOTS_KEPT = 2;

/** Of every so many entries the first snapshot is kept too, a milestone: from there the debate's history is folded. */
export const MILESTONE_EVERY = 5_000;
/** Milestones of a debate at most, about: of a longer one they stand twice as far apart, and so on. */
const MILESTONES = 100;

/** How many entries a milestone of a debate that has this many is for. */
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
 * Where debates' logs are kept. What a resolved promise says is durable. A rejected `append` may have been
 * written nevertheless (the connection was lost while it ran): submit the same again, under the same
 * identities and head, and the result says which.
 *
 * A request that no correct caller makes (a hole in the numbers, one debate or one identity twice, text that
 * a database cannot hold) is refused by a `RangeError` before anything is written.
 */
export interface OperationLog {
  /** Makes a debate with its participants and first entries, all of it or nothing that is shown; `exists` when the id is taken. */
  createDebate(
    debate: NewDebate,
    entries: StoredEntry[],
    answers?: StoredAnswer[],
  ): Promise<'created' | 'exists'>;

  /**
   * Appends to several debates in one transaction. Each debate succeeds or not by itself; results come in
   * the order of the requests.
   */
  append(requests: AppendRequest[]): Promise<AppendResult[]>;

  /** Writes a debate's log anew without a person: all of it or nothing, ordered with every append. */
  erase(request: ErasureRequest): Promise<ErasureResult>;

  /** The entries numbered above `after`, ascending and without a hole, at most `limit`. */
  read(debateId: string, after: number, limit: number): Promise<StoredEntry[]>;

  /** The newest of a debate's entries that are searched for, newest first, at most `limit`. */
  search(debateId: string, wanted: SearchedEntries, limit: number): Promise<StoredEntry[]>;

  /** Those of the identities that were answered. */
  answers(debateId: string, identities: Identity[]): Promise<StoredAnswer[]>;

  /** The heads of those of the debates that exist. */
  heads(debateIds: string[]): Promise<Map<string, DebateHead>>;

  /** The newest snapshot of a debate, up to a number where one is given, if there is one. */
  latestSnapshot(debateId: string, upTo?: number): Promise<StoredSnapshot | null>;

  /** Those of a debate's entries, ascending, whose payloads have one of these words among their values. */
  mentioning(debateId: string, words: readonly string[]): Promise<StoredEntry[]>;

  /**
   * How many entries of a type there are of those numbered above `after` up to `upTo`, by the minute since 1970 and the claim
   * they name, in this order.
   */
  countByMinute(debateId: string, type: string, after: number, upTo: number): Promise<MinuteCount[]>;

  /**
   * Stores a snapshot and forgets all but the newest two and the milestones of its shape. Of a debate that does not exist, or of a
   * state from before words in it were erased, nothing is kept. `readAt`: the head when reading began of which the state was made,
   * where that is later than its number: what was erased up to then is not in it.
   */
  saveSnapshot(debateId: string, snapshot: StoredSnapshot, readAt?: number): Promise<void>;
}
