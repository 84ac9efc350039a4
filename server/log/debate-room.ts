import { ENTRY_SHAPE, type LogEntry } from '../../domain/debate/engine/entries.ts';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { NewerEntry, upcastEntry } from '../../domain/debate/engine/upcast.ts';
import { erasesWords } from '../../domain/debate/erasure/erases-words.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import type { Span } from '../tracing/traces.ts';
import { entriesAfter, PAGE_CHARACTERS } from './entries-after.ts';
import type { GroupCommit } from './group-commit.ts';
import type { OperationLog } from './operation-log.ts';
import { loadState } from './snapshots/snapshots.ts';
import type { Submission } from './submission.ts';
import { type PipelineRoom, SubmitPipeline } from './submit-pipeline.ts';

/** Called with entries once they are durable, and the state after them. */
export type EntriesListener = (
  entries: readonly LogEntry[],
  state: DebateState,
  /** The traces of operations that wrote them. */
  spans: readonly Span[],
) => void;
/** Called with entries another node wrote, before any other listener, and awaited. */
export type ForeignListener = (entries: readonly LogEntry[]) => Promise<void>;
/** Called when this node wrote entries, up to this sequence number. */
export type WrittenListener = (head: number, spans: readonly Span[]) => void;

/** Receives the first entry of a newer release that was found in the log. */
export type NewerListener = (entry: NewerEntry) => void;

/** Called when what follows the debate may have missed something. */
export type FaultListener = () => void;

/** Milliseconds for which a debate counts as shared after another node wrote to it. */
const SHARED_FOR = 1_000;
/** Entries kept in memory for clients that catch up. */
const RECENT = 500;

/**
 * One debate in this node's memory: its state at the head it knows, its newest entries and who listens. The database decides the order of
 * entries; the room moves on with those its pipeline wrote, and reads those other nodes did.
 */
export class DebateRoom implements PipelineRoom {
  readonly id: string;
  readonly #log: OperationLog;
  readonly #commit: GroupCommit;
  readonly #pipeline: SubmitPipeline;
  readonly #listeners = new Set<EntriesListener>();
  readonly #foreignListeners = new Set<ForeignListener>();
  readonly #writtenListeners = new Set<WrittenListener>();
  readonly #newerListeners = new Set<NewerListener>();
  readonly #faultListeners = new Set<FaultListener>();
  #state: DebateState;
  #newer: NewerEntry | null = null;
  #limit: () => RejectionCode | null = () => null;
  #foreignAt = -Infinity;
  /** The newest entries without gaps, up to `#state`. */
  #recent: LogEntry[] = [];

  constructor(id: string, state: DebateState, log: OperationLog, commit: GroupCommit) {
    this.id = id;
    this.#state = state;
    this.#log = log;
    this.#commit = commit;
    this.#pipeline = new SubmitPipeline(this, commit);
  }

  /** The state whose entries are all durable. */
  get state(): DebateState {
    return this.#state;
  }

  /**
   * The entry of a newer release that this room cannot apply; `null` if there is none. From then on it stays at the entry before, writes
   * nothing and answers every submission with `server_outdated`.
   */
  get newer(): NewerEntry | null {
    return this.#newer;
  }

  /**
   * Entries after `seq` up to the current state, at most `limit`, and fewer long ones if they are read from the database. The newest come
   * from memory: otherwise a lecture hall that opens the debate would read them from the database once per person.
   */
  async entriesAfter(seq: number, limit: number): Promise<LogEntry[]> {
    const recent = this.recentAfter(seq);
    if (recent) return recent.slice(0, limit);
    const { entries } = await this.#log.readPage(this.id, seq, limit, PAGE_CHARACTERS);
    return entries.map((entry) => upcastEntry(entry, ENTRY_SHAPE));
  }

  /** Entries after `seq` up to the current state; `null` if not all of them are in memory. */
  recentAfter(seq: number): readonly LogEntry[] | null {
    const first = this.#recent[0]?.seq ?? this.#state.seq + 1;
    return seq + 1 >= first ? this.#recent.slice(seq + 1 - first) : null;
  }

  /** Number of submissions that wait for a decision. */
  get queued(): number {
    return this.#pipeline.queued;
  }

  /** The time of `performance.now()` when the oldest submission began to wait for its commit; `null` if none waits. */
  get waitingSince(): number | null {
    return this.#pipeline.waitingSince;
  }

  /** True if nothing waits to be written. */
  get idle(): boolean {
    return this.#pipeline.idle;
  }

  /** True if another node has just written to this debate. */
  get isShared(): boolean {
    return performance.now() - this.#foreignAt < SHARED_FOR;
  }

  /** Why no more text is stored in the debate; null: it is. */
  get textProblem(): RejectionCode | null {
    return this.#limit();
  }

  /** Refuses operations that add text for as long as `limit` returns why. Their refusal is stored, as every answer is. */
  limitText(limit: () => RejectionCode | null): void {
    this.#limit = limit;
  }

  onEntries(listener: EntriesListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onRemoteEntries(listener: ForeignListener): void {
    this.#foreignListeners.add(listener);
  }

  onWritten(listener: WrittenListener): void {
    this.#writtenListeners.add(listener);
  }

  onNewer(listener: NewerListener): void {
    this.#newerListeners.add(listener);
  }

  onFault(listener: FaultListener): void {
    this.#faultListeners.add(listener);
  }

  /** Reports an error that concerns a single person. */
  report(error: unknown): void {
    this.#commit.report(error);
  }

  /**
   * Reports an error in following the debate. People who have it open here may have missed something: listeners of faults have them open it
   * again. Other debates go on.
   */
  fault(error: unknown): void {
    this.report(error);
    for (const listener of this.#faultListeners) listener();
  }

  /**
   * Queues a submission; the promise resolves once it is durable or finally refused. The same identity again, while the first is still
   * pending, waits for the same answer.
   */
  submit(submission: Submission): Promise<OperationAnswer> {
    return this.#pipeline.submit(submission);
  }

  /** Reads the entries another node wrote, and notifies listeners; up to the first one of a newer release, see `newer`. */
  async catchUp(spans: readonly Span[] = []): Promise<void> {
    if (this.#newer) return;
    try {
      await this.#readOn(spans);
    } catch (error) {
      if (!(error instanceof NewerEntry)) throw error;
      this.#stopAt(error);
    }
  }

  /** Stops at the entry before: an operation decided here would be decided on a state that isn't the debate's. */
  #stopAt(entry: NewerEntry): void {
    if (this.#newer) return;
    this.#newer = entry;
    this.#pipeline.refuseWaiting();
    for (const listener of this.#newerListeners) listener(entry);
  }

  async #readOn(spans: readonly Span[]): Promise<void> {
    for await (const entries of entriesAfter(this.#log, this.id, this.#state.seq)) {
      if (entries.every(({ seq }) => seq <= this.#state.seq)) continue;
      if (entries.some(erasesWords)) return this.#reload();
      for (const listener of this.#foreignListeners) await listener(entries);
      // Checked only now: meanwhile a commit or another read may have brought some of them.
      const fresh = entries.filter(({ seq }) => seq > this.#state.seq);
      this.#foreignAt = performance.now();
      this.advance(fresh, evolveAll(this.#state, fresh), spans);
    }
  }

  /** Reloads the state after an erasure: the current state still has the erased words, and the log now produces a different one. */
  async #reload(): Promise<void> {
    const loaded = await loadState(this.#log, this.id);
    if (loaded === null) return;
    const { state } = loaded;
    const from = this.#state.seq;
    const entries: LogEntry[] = [];
    for await (const page of entriesAfter(this.#log, this.id, from, state.seq)) entries.push(...page);
    if (from + entries.length < state.seq) return;
    for (const listener of this.#foreignListeners) await listener(entries);
    this.#foreignAt = performance.now();
    this.advance(entries, state);
  }

  /**
   * Adds entries to those in memory, and drops entries from before an erasure: they may contain erased words. They are read from the log
   * again.
   */
  #remember(fresh: readonly LogEntry[]): void {
    const erasure = fresh.findLastIndex(erasesWords);
    if (erasure >= 0) this.#recent = fresh.slice(erasure);
    else this.#recent.push(...fresh);
    if (this.#recent.length > 2 * RECENT) this.#recent = this.#recent.slice(-RECENT);
  }

  /**
   * Advances to `state`. A commit and a read of the log may both bring the same entries: listeners get them once, and the state never goes
   * back.
   */
  advance(entries: readonly LogEntry[], state: DebateState, spans: readonly Span[] = []): void {
    const fresh = entries.filter(({ seq }) => seq > this.#state.seq);
    if (fresh.length === 0) return;
    this.#state = state;
    this.#remember(fresh);
    this.#pipeline.keepOut(fresh);
    this.#tell(this.#listeners, (listener) => listener(fresh, state, spans));
  }

  /** Tells listeners that this node wrote entries up to `head`. */
  wrote(head: number, spans: readonly Span[] = []): void {
    this.#tell(this.#writtenListeners, (listener) => listener(head, spans));
  }

  /** Calls listeners. What is durable can't be undone: one that throws keeps nothing from the others, nor from those who wrote. */
  #tell<Listener>(listeners: Iterable<Listener>, call: (listener: Listener) => void): void {
    for (const listener of listeners) {
      try {
        call(listener);
      } catch (error) {
        this.fault(error);
      }
    }
  }
}
