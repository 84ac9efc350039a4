import { ENTRY_SHAPE, type LogEntry, SYSTEM } from '../../domain/debate/engine/entries.ts';
import { evolveAll } from '../../domain/debate/engine/evolve.ts';
import { type RejectionCode, rejection } from '../../domain/debate/engine/rejections.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { NewerEntry, upcastEntry, upcastRejection } from '../../domain/debate/engine/upcast.ts';
import { erasesWords } from '../../domain/debate/erasure/erases-words.ts';
import { keepsOut } from '../../domain/debate/participants/access.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { type DecidedBatch, decideBatch } from './decide-batch.ts';
import { entriesAfter } from './entries-after.ts';
import type { GroupCommit } from './group-commit.ts';
import type { AppendRequest, AppendResult, OperationLog, StoredAnswer } from './operation-log.ts';
import { loadState } from './snapshots.ts';
import type { QueuedSubmission, Submission } from './submission.ts';

/** Called with entries once they are durable, and the state after them. */
export type EntriesListener = (entries: readonly LogEntry[], state: DebateState) => void;
/** Called with entries another node wrote, before any other listener, and awaited. */
export type ForeignListener = (entries: readonly LogEntry[]) => Promise<void>;
/** Called when this node wrote entries, up to this sequence number. */
export type WrittenListener = (head: number) => void;

/** Receives the first entry of a newer release that was found in the log. */
export type NewerListener = (entry: NewerEntry) => void;

/** Submissions decided in one batch: limits how long a batch holds the thread. */
const BATCH = 256;
/** Most submissions that may wait: beyond it the room refuses more instead of growing. */
const QUEUE = 5_000;
/** How often an operation is decided again because another node was faster. */
const ATTEMPTS = 10;
/** Milliseconds for which a debate counts as shared after another node wrote to it. */
const SHARED_FOR = 1_000;
/** Entries kept in memory for clients that catch up. */
const RECENT = 500;

/**
 * One debate in this node's memory: its state at the head it knows, and the submissions waiting for the next commit. The database decides
 * the order: a batch is appended only if the head is still this room's; otherwise the room reads what it missed and decides again.
 */
export class DebateRoom {
  readonly id: string;
  readonly #log: OperationLog;
  readonly #commit: GroupCommit;
  readonly #listeners = new Set<EntriesListener>();
  readonly #foreignListeners = new Set<ForeignListener>();
  readonly #writtenListeners = new Set<WrittenListener>();
  readonly #newerListeners = new Set<NewerListener>();
  readonly #waiting = new Map<string, { hash: string; answers: ((answer: OperationAnswer) => void)[] }>();
  #state: DebateState;
  #newer: NewerEntry | null = null;
  #queue: QueuedSubmission[] = [];
  #batchSize = BATCH;
  #foreignAt = -Infinity;
  /** The newest entries without gaps, up to `#state`. */
  #recent: LogEntry[] = [];
  #batch: { submissions: QueuedSubmission[]; decided: DecidedBatch } | null = null;

  constructor(id: string, state: DebateState, log: OperationLog, commit: GroupCommit) {
    this.id = id;
    this.#state = state;
    this.#log = log;
    this.#commit = commit;
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
   * Entries after `seq` up to the current state, at most `limit`. The newest come from memory: otherwise a lecture hall that opens
   * the debate would read them from the database once per person.
   */
  async entriesAfter(seq: number, limit: number): Promise<LogEntry[]> {
    const recent = this.recentAfter(seq);
    if (recent) return recent.slice(0, limit);
    const stored = await this.#log.read(this.id, seq, limit);
    return stored.map((entry) => upcastEntry(entry, ENTRY_SHAPE));
  }

  /** Entries after `seq` up to the current state; `null` if not all of them are in memory. */
  recentAfter(seq: number): readonly LogEntry[] | null {
    const first = this.#recent[0]?.seq ?? this.#state.seq + 1;
    return seq + 1 >= first ? this.#recent.slice(seq + 1 - first) : null;
  }

  /** True if nothing waits to be written. */
  get idle(): boolean {
    return this.#queue.length === 0 && this.#batch === null;
  }

  /** True if another node has just written to this debate. */
  get isShared(): boolean {
    return performance.now() - this.#foreignAt < SHARED_FOR;
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

  /**
   * Queues a submission; the promise resolves once it is durable or finally refused. The same identity again, while the first is still
   * pending, waits for the same answer.
   */
  submit(submission: Submission): Promise<OperationAnswer> {
    return new Promise((resolve) => {
      const key = identityKey(submission);
      const waiting = this.#waiting.get(key);
      if (waiting) {
        if (waiting.hash === submission.hash) waiting.answers.push(resolve);
        else resolve({ ok: false, rejection: rejection('identity_reused') });
        return;
      }
      if (this.#newer) {
        resolve(OUTDATED);
        return;
      }
      if (this.#queue.length >= QUEUE) {
        resolve({ ok: false, rejection: rejection('unavailable') });
        return;
      }
      this.#waiting.set(key, { hash: submission.hash, answers: [resolve] });
      this.#queue.push({
        ...submission,
        attempts: 0,
        keptOut: null,
        answer: (answer) => this.#answer(key, answer),
      });
      this.#commit.want(this);
    });
  }

  /** Decides the next batch for the group commit; `null` if nothing waits. */
  prepare(now: number): AppendRequest | null {
    if (this.#batch !== null || this.#queue.length === 0) return null;
    const submissions = this.#queue.splice(0, this.#batchSize);
    const decided = decideBatch(this.id, this.#state, submissions, now, (error) =>
      this.#commit.report(error),
    );
    this.#batch = { submissions, decided };
    return decided.request;
  }

  /** Applies the result of the prepared batch. Answers go out before entries do. */
  async settle(result: AppendResult): Promise<void> {
    const batch = this.#batch;
    this.#batch = null;
    if (batch === null) return;
    const { submissions, decided } = batch;
    switch (result.kind) {
      case 'appended':
        this.#batchSize = Math.min(this.#batchSize * 2, BATCH);
        submissions.forEach((submission, index) => {
          const answer = decided.answers[index];
          if (answer) submission.answer(answer);
        });
        this.#advance(decided.entries, decided.state);
        if (decided.entries.length > 0)
          for (const listener of this.#writtenListeners) listener(decided.state.seq);
        return;
      case 'answered':
        this.#requeue(this.#withoutAnswered(submissions, result.answers));
        // Their entries may be unknown here: another node wrote them, or this one without receiving the result.
        await this.catchUp();
        return;
      case 'behind':
        for (const submission of submissions) submission.attempts += 1;
        // Back in the queue first: if reading the missed entries fails, they are still there.
        this.#requeue(this.#withoutExhausted(submissions));
        await this.catchUp();
        return;
      case 'missing':
        for (const { answer } of submissions) answer({ ok: false, rejection: rejection('debate_not_found') });
    }
  }

  /**
   * Handles a failed commit. If the database is unavailable, it's unknown whether the batch was written: the same one is submitted again,
   * with the same identities. What the database can't store is found by trying one at a time, and refused.
   */
  putBack(why: 'unavailable' | 'unwritable'): void {
    const submissions = this.#batch?.submissions ?? [];
    this.#batch = null;
    if (why === 'unwritable' && submissions.length === 1) {
      submissions[0]?.answer({ ok: false, rejection: rejection('invalid') });
      return;
    }
    if (why === 'unwritable') this.#batchSize = 1;
    this.#requeue(submissions);
  }

  /** Reads the entries another node wrote, and notifies listeners; up to the first one of a newer release, see `newer`. */
  async catchUp(): Promise<void> {
    if (this.#newer) return;
    try {
      await this.#readOn();
    } catch (error) {
      if (!(error instanceof NewerEntry)) throw error;
      this.#stopAt(error);
    }
  }

  /** Stops at the entry before: an operation decided here would be decided on a state that isn't the debate's. */
  #stopAt(entry: NewerEntry): void {
    if (this.#newer) return;
    this.#newer = entry;
    this.#requeue([]);
    for (const listener of this.#newerListeners) listener(entry);
  }

  async #readOn(): Promise<void> {
    for await (const entries of entriesAfter(this.#log, this.id, this.#state.seq)) {
      if (entries.every(({ seq }) => seq <= this.#state.seq)) continue;
      if (entries.some(erasesWords)) return this.#reload();
      for (const listener of this.#foreignListeners) await listener(entries);
      // Checked only now: meanwhile a commit or another read may have brought some of them.
      const fresh = entries.filter(({ seq }) => seq > this.#state.seq);
      this.#foreignAt = performance.now();
      this.#advance(fresh, evolveAll(this.#state, fresh));
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
    this.#advance(entries, state);
  }

  #withoutAnswered(submissions: QueuedSubmission[], answers: StoredAnswer[]): QueuedSubmission[] {
    const stored = new Map(answers.map((answer) => [identityKey(answer), answer]));
    return submissions.filter((submission) => {
      const first = stored.get(identityKey(submission));
      if (!first) return true;
      submission.answer(firstAnswer(first, submission.hash));
      return false;
    });
  }

  #withoutExhausted(submissions: QueuedSubmission[]): QueuedSubmission[] {
    return submissions.filter((submission) => {
      if (submission.attempts < ATTEMPTS) return true;
      submission.answer({ ok: false, rejection: rejection('busy') });
      return false;
    });
  }

  #requeue(submissions: QueuedSubmission[]): void {
    this.#queue = [...submissions, ...this.#queue];
    if (this.#newer) for (const { answer } of this.#queue.splice(0)) answer(OUTDATED);
    if (this.#queue.length > 0) this.#commit.want(this);
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

  #answer(key: string, answer: OperationAnswer): void {
    const waiting = this.#waiting.get(key);
    this.#waiting.delete(key);
    for (const resolve of waiting?.answers ?? []) resolve(answer);
  }

  /**
   * Advances to `state`. A commit and a read of the log may both bring the same entries: listeners get them once, and the state never goes
   * back.
   */
  #advance(entries: readonly LogEntry[], state: DebateState): void {
    const fresh = entries.filter(({ seq }) => seq > this.#state.seq);
    if (fresh.length === 0) return;
    this.#state = state;
    this.#remember(fresh);
    for (const submission of [...this.#queue, ...(this.#batch?.submissions ?? [])])
      submission.keptOut ??= keptOutBy(fresh, submission.actor);
    for (const listener of this.#listeners) listener(fresh, state);
  }
}

const OUTDATED: OperationAnswer = { ok: false, rejection: rejection('server_outdated') };

function keptOutBy(entries: readonly LogEntry[], participantId: string): RejectionCode | null {
  for (const entry of entries) {
    const why = participantId === SYSTEM ? null : keepsOut(entry, participantId);
    if (why) return why;
  }
  return null;
}

/** The answer an operation got the first time, or the refusal if this is a different operation. */
export function firstAnswer(stored: StoredAnswer, hash: string): OperationAnswer {
  if (stored.hash !== hash) return { ok: false, rejection: rejection('identity_reused') };
  const answer = stored.answer as OperationAnswer;
  return answer.ok ? answer : { ok: false, rejection: upcastRejection(answer.rejection) };
}

function identityKey({ clientId, clientSeq }: { clientId: string; clientSeq: number }): string {
  return `${clientId} ${clientSeq}`;
}
