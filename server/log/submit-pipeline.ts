import { type LogEntry, SYSTEM } from '../../domain/debate/engine/entries.ts';
import { refuse } from '../../domain/debate/engine/refusal.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import type { NewerEntry } from '../../domain/debate/engine/upcast.ts';
import { keepsOut } from '../../domain/debate/participants/access.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { beginAll, type Span } from '../tracing/traces.ts';
import { type DecidedBatch, decideBatch } from './decide-batch.ts';
import type { Committer, GroupCommit, PreparedBatch } from './group-commit.ts';
import type { AppendResult, StoredAnswer } from './operation-log.ts';
import { firstAnswer, identityKey, type QueuedSubmission, type Submission } from './submission.ts';

/** Submissions decided in one batch. */
const BATCH = 256;
/** Most submissions that may wait: beyond it the pipeline refuses more instead of growing. */
const QUEUE = 5_000;
/** How often an operation is decided again because another node was faster. */
const ATTEMPTS = 10;

/** The room of the debate, which the pipeline reads and moves on. */
export interface PipelineRoom {
  readonly id: string;
  readonly state: DebateState;
  readonly newer: NewerEntry | null;
  readonly isShared: boolean;
  /** Why no more text is stored in the debate; null: it is. */
  readonly textProblem: RejectionCode | null;
  /** Moves on to `state` with durable entries, and tells listeners. */
  advance(entries: readonly LogEntry[], state: DebateState, spans: readonly Span[]): void;
  /** Tells listeners that this node wrote entries up to `head`. */
  wrote(head: number, spans: readonly Span[]): void;
  catchUp(): Promise<void>;
}

interface Batch {
  readonly submissions: QueuedSubmission[];
  readonly decided: DecidedBatch;
  /** The traces of those that are traced. */
  readonly spans: readonly Span[];
  /** Ends the traced phase that the batch is in. */
  readonly endAppend: ReturnType<typeof beginAll>;
}

/**
 * The way of every operation of one debate into its log, from top to bottom:
 *
 * 1. **validate**: refuse what can't wait for a decision, let the same identity wait for the same answer, queue the rest;
 * 2. **decide**: a batch at a time, each operation on the state that the one before left;
 * 3. **append**: by the group commit, with those of other debates, if the log's head is still this room's;
 * 4. **acknowledge**: answer those who submitted, once that is durable;
 * 5. **publish**: move the room on, so that its listeners send entries to everyone.
 *
 * If another node was faster, the room reads what it missed, and the batch is decided again.
 */
export class SubmitPipeline implements Committer {
  readonly #room: PipelineRoom;
  readonly #commit: GroupCommit;
  readonly #waiting = new Map<string, { hash: string; answers: ((answer: OperationAnswer) => void)[] }>();
  #queue: QueuedSubmission[] = [];
  #batchSize = BATCH;
  #batch: Batch | null = null;

  constructor(room: PipelineRoom, commit: GroupCommit) {
    this.#room = room;
    this.#commit = commit;
  }

  get id(): string {
    return this.#room.id;
  }

  get isShared(): boolean {
    return this.#room.isShared;
  }

  /** True if nothing waits to be written. */
  get idle(): boolean {
    return this.#queue.length === 0 && this.#batch === null;
  }

  /** Number of submissions that wait for a decision. */
  get queued(): number {
    return this.#queue.length;
  }

  /** The time of `performance.now()` when the oldest submission began to wait for its commit; `null` if none waits. */
  get waitingSince(): number | null {
    return (this.#batch?.submissions[0] ?? this.#queue[0])?.queuedAt ?? null;
  }

  /** See `DebateRoom.submit`. */
  submit(submission: Submission): Promise<OperationAnswer> {
    return new Promise((resolve) => {
      const key = identityKey(submission);
      const first = this.#waiting.get(key);
      const validated = submission.span?.begin('validate');
      const problem = this.#validate(submission, first);
      validated?.end();
      if (problem) {
        this.#commit.meters.answered(submission.operation.type, problem);
        return resolve(refuse(problem));
      }
      if (first) return void first.answers.push(resolve);
      this.#waiting.set(key, { hash: submission.hash, answers: [resolve] });
      const answer = (given: OperationAnswer) => this.#answer(key, given);
      this.#queue.push({ ...submission, queuedAt: performance.now(), attempts: 0, keptOut: null, answer });
      this.#commit.want(this);
    });
  }

  /** Phase 1. `first`: the pending submission of the same identity. */
  #validate({ hash }: Submission, first?: { readonly hash: string }): RejectionCode | null {
    if (first) return first.hash === hash ? null : 'identity_reused';
    if (this.#room.newer) return 'server_outdated';
    return this.#queue.length >= QUEUE ? 'unavailable' : null;
  }

  /** Phase 2, when the group commit asks for it; `null` if nothing waits, or what waits is tried one at a time from now on. */
  prepare(now: number, characters: number, hasTime: () => boolean): PreparedBatch | null {
    if (this.#batch !== null || this.#queue.length === 0) return null;
    const next = this.#nextWithin(characters);
    const decided = this.#decide(next, now, hasTime);
    if (decided === null) return null;
    const submissions = next.slice(0, decided.answers.length);
    this.#queue.unshift(...next.slice(submissions.length));
    const spans = spansOf(submissions);
    this.#batch = { submissions, decided, spans, endAppend: beginAll(spans, 'append') };
    return {
      request: decided.request,
      characters: submissions.reduce((sum, one) => sum + one.characters, 0),
    };
  }

  /** Decides submissions together; `null` if the rules throw on what they make together. */
  #decide(next: QueuedSubmission[], now: number, hasTime: () => boolean): DecidedBatch | null {
    const failed = (error: unknown) => this.#commit.report(error);
    const endDecide = beginAll(spansOf(next), 'decide');
    try {
      const { state, textProblem } = this.#room;
      return decideBatch(this.id, state, next, now, failed, textProblem, hasTime);
    } catch (error) {
      failed(error);
      this.#tryAlone(next);
      return null;
    } finally {
      endDecide();
    }
  }

  /** Takes what waits out of the queue: as many as a batch holds, and of these the first of so many characters together. */
  #nextWithin(characters: number): QueuedSubmission[] {
    let left = characters;
    const beyond = this.#queue.findIndex((one, index) => {
      if (index === this.#batchSize || left <= 0) return true;
      left -= one.characters;
      return false;
    });
    return this.#queue.splice(0, beyond < 0 ? this.#queue.length : beyond);
  }

  /** The result of phase 3. Answers go out before entries do. */
  async settle(result: AppendResult): Promise<void> {
    const batch = this.#batch;
    this.#batch = null;
    if (batch === null) return;
    const { submissions } = batch;
    batch.endAppend({ 'parley.result': result.kind });
    switch (result.kind) {
      case 'appended':
        this.#batchSize = Math.min(this.#batchSize * 2, BATCH);
        this.#acknowledge(batch);
        this.#publish(batch);
        return;
      case 'answered':
        this.#requeue(this.#withoutAnswered(submissions, result.answers));
        // Their entries may be unknown here: another node wrote them, or this one without receiving the result.
        await this.#room.catchUp();
        return;
      case 'behind':
        for (const submission of submissions) submission.attempts += 1;
        // Back in the queue first: if reading the missed entries fails, they are still there.
        this.#requeue(this.#withoutExhausted(submissions));
        await this.#room.catchUp();
        return;
      case 'missing':
        for (const submission of submissions) this.#refuse(submission, 'debate_not_found');
    }
  }

  /** Phase 4. */
  #acknowledge({ submissions, decided, spans }: Batch): void {
    const end = beginAll(spans, 'acknowledge');
    submissions.forEach((submission, index) => {
      const answer = decided.answers[index];
      if (!answer) return;
      this.#commit.meters.answered(submission.operation.type, answer.ok ? 'accepted' : answer.rejection.code);
      submission.answer(answer);
    });
    end();
  }

  /** Phase 5. */
  #publish({ decided: { entries, state }, spans }: Batch): void {
    const end = beginAll(spans, 'publish');
    this.#room.advance(entries, state, spans);
    if (entries.length > 0) this.#room.wrote(state.seq, spans);
    end();
  }

  /**
   * Phase 3 failed. If the database is unavailable, it's unknown whether the batch was written: the same one is submitted again, with the
   * same identities.
   */
  putBack(why: 'unavailable' | 'unwritable'): void {
    const submissions = this.#batch?.submissions ?? [];
    this.#batch?.endAppend({ 'parley.result': why });
    this.#batch = null;
    if (why === 'unwritable') this.#tryAlone(submissions);
    else this.#requeue(submissions);
  }

  /** Finds the one that can't be decided or stored by trying one at a time, and refuses it. */
  #tryAlone(submissions: QueuedSubmission[]): void {
    const [first, second] = submissions;
    const isFound = first !== undefined && second === undefined;
    if (isFound) this.#refuse(first, 'invalid');
    this.#batchSize = 1;
    this.#requeue(isFound ? [] : submissions);
  }

  catchUp(): Promise<void> {
    return this.#room.catchUp();
  }

  beginStatement(): ReturnType<typeof beginAll> {
    return beginAll(this.#batch?.spans ?? [], 'database');
  }

  /** Notes whom these entries keep out: what they still have waiting is refused. */
  keepOut(entries: readonly LogEntry[]): void {
    for (const submission of [...this.#queue, ...(this.#batch?.submissions ?? [])])
      submission.keptOut ??= keptOutBy(entries, submission.actor);
  }

  /** Refuses what waits, for the release is too old: see `DebateRoom.newer`. */
  refuseWaiting(): void {
    for (const submission of this.#queue.splice(0)) this.#refuse(submission, 'server_outdated');
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
      this.#refuse(submission, 'busy');
      return false;
    });
  }

  /** Refuses one that no batch has answered. */
  #refuse({ operation, answer }: QueuedSubmission, code: RejectionCode): void {
    this.#commit.meters.answered(operation.type, code);
    answer(refuse(code));
  }

  #requeue(submissions: QueuedSubmission[]): void {
    this.#queue = [...submissions, ...this.#queue];
    if (this.#room.newer) this.refuseWaiting();
    if (this.#queue.length > 0) this.#commit.want(this);
  }

  #answer(key: string, answer: OperationAnswer): void {
    const waiting = this.#waiting.get(key);
    this.#waiting.delete(key);
    for (const resolve of waiting?.answers ?? []) resolve(answer);
  }
}

function spansOf(submissions: readonly QueuedSubmission[]): Span[] {
  return submissions.flatMap(({ span }) => span ?? []);
}

function keptOutBy(entries: readonly LogEntry[], participantId: string): RejectionCode | null {
  for (const entry of entries) {
    const why = participantId === SYSTEM ? null : keepsOut(entry, participantId);
    if (why) return why;
  }
  return null;
}
