import { DatabaseUnavailable } from '../database/database-unavailable.ts';
import { type Meters, NO_METERS } from '../metrics/meters.ts';
import { nextTurn } from '../timing/next-turn.ts';
import { CommitPace } from './commit-pace.ts';
import { CrowdWatch } from './crowd-watch.ts';
import { isUnhurried } from './is-unhurried.ts';
import type { AppendRequest, AppendResult, OperationLog } from './operation-log.ts';

/** A participant in a commit: a room decides its next batch when asked, and receives the result. */
export interface Committer {
  readonly id: string;
  /** True if another node has just written to the same debate. */
  readonly isShared: boolean;
  /** Number of submissions that wait for a decision. */
  readonly queued: number;
  /**
   * Decides a batch of about so many characters at most, as long as there is time for another operation; `null` if nothing waits, or none
   * could be decided.
   */
  prepare(now: number, characters: number, hasTime: () => boolean): PreparedBatch | null;
  settle(result: AppendResult): Promise<void>;
  /** Called when the batch was not written, or may not have been: the database is unavailable, or can't store what is in it. */
  putBack(why: 'unavailable' | 'unwritable'): void;
  catchUp(): Promise<void>;
  /** Begins the traces of the statement that writes its batch; returns what ends them. */
  beginStatement(): () => void;
}

/** A batch that is ready to be written, and the characters of its operations. */
export interface PreparedBatch {
  readonly request: AppendRequest;
  readonly characters: number;
}

interface CommitOptions {
  /** True if people have a debate open on other nodes; `null`: there are no other nodes. */
  readonly isShared: ((debateId: string) => boolean) | null;
  /** Milliseconds between two commits while a crowd votes, and at most while it writes. */
  readonly gather: number;
  readonly meters: Meters;
  /** A monotonic clock, in milliseconds, by which deciding is kept short. */
  readonly clock: () => number;
}

/** Characters of the operations in a commit, but for the last of them: their JSON takes some 10 ms on the thread. */
const CHARACTERS = 500_000;
/** Milliseconds for deciding the batches of a commit, but for the operation they end in: it holds the thread. */
const DECIDING = 15;
/** Milliseconds between tries while the database is unavailable; doubled up to the second value. */
const RETRY_FIRST = 100;
const RETRY_LONGEST = 2_000;
/** Times in a row that a database answers a batch with trouble of its own before its debates are written one by one. */
const REFUSALS = 3;
/** Milliseconds until a debate reads again what it missed, if it could not be read. */
const READ_AGAIN = 500;
/** Milliseconds a shared debate pauses after a commit: three times as long as the commit took, within these limits. */
const REST = { shortest: 10, longest: 50 };

/**
 * One commit in flight for the whole node. What arrives meanwhile, in any debate, goes into the next one together: a commit costs the same
 * for one operation as for a hundred.
 *
 * A commit costs about the same for one operation as for thirty on PGlite, on the server's thread: while a crowd writes it waits a moment
 * for more. Votes, which a crowd casts at the same moment and others see as a count, wait longer than the rest.
 *
 * If two nodes wrote to one debate without a pause, the node that was faster once would stay so: it decides at once, while the other has to
 * read first, and would be behind forever. So a node that has written pauses for a moment.
 */
export class GroupCommit {
  readonly meters: Meters;
  readonly #log: OperationLog;
  readonly #now: () => number;
  readonly #failed: (error: unknown) => void;
  readonly #isShared: ((debateId: string) => boolean) | null;
  readonly #wanting = new Set<Committer>();
  readonly #resting = new Set<Committer>();
  /** Those that failed alone while others were written: each is tried alone, so that only it waits. */
  readonly #troubled = new WeakSet<Committer>();
  #refusals = 0;
  readonly #crowd = new CrowdWatch();
  readonly #pace = new CommitPace();
  readonly #gather: number;
  readonly #clock: () => number;
  #running = false;
  /** The time of `performance.now()` before which no commit begins. */
  #notBefore = 0;
  #idleWaiters: (() => void)[] = [];

  /** `now` is the server's clock. `failed` is called for commits that will be retried, and for other errors on the way to one. */
  constructor(
    log: OperationLog,
    now: () => number,
    failed: (error: unknown) => void,
    {
      isShared = null,
      gather = 0,
      meters = NO_METERS,
      clock = () => performance.now(),
    }: Partial<CommitOptions> = {},
  ) {
    this.#log = log;
    this.#now = now;
    this.#failed = failed;
    this.#isShared = isShared;
    this.#gather = gather;
    this.meters = meters;
    this.#clock = clock;
  }

  /** Registers a committer that has something to write. */
  want(committer: Committer): void {
    if (this.#resting.has(committer)) return;
    this.#wanting.add(committer);
    if (this.#running) return;
    this.#running = true;
    const run = () => void this.#run();
    const wait = this.#notBefore - performance.now();
    // Start after the present turn: whatever else arrives in it shares the commit.
    if (wait > 0) setTimeout(run, wait);
    else setImmediate(run);
  }

  /** Reports an error of one debate, in deciding a batch or in following what was written. */
  report(error: unknown): void {
    this.#failed(error);
  }

  /** Resolves when everything requested so far has been written. */
  idle(): Promise<void> {
    if (!this.#running && this.#resting.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idleWaiters.push(resolve));
  }

  async #run(): Promise<void> {
    let delay = RETRY_FIRST;
    while (this.#wanting.size > 0) {
      const done = await this.#commitOnce();
      if (done) {
        delay = RETRY_FIRST;
      } else {
        await new Promise((resolve) => setTimeout(resolve, delay));
        delay = Math.min(delay * 2, RETRY_LONGEST);
      }
    }
    this.#running = false;
    if (this.#resting.size > 0) return;
    for (const resolve of this.#idleWaiters.splice(0)) resolve();
  }

  /** One commit; false if the database didn't answer, and everything waits for the next try. */
  async #commitOnce(): Promise<boolean> {
    const deciding = performance.now();
    const flights = this.#nextFlights();
    if (flights.length === 0) {
      // The rules threw on what waits, and more does: other work gets its turn before that is tried.
      if (this.#wanting.size > 0) await nextTurn();
      return true;
    }
    const now = performance.now();
    this.meters.decided(now - deciding);
    for (const { request } of flights)
      for (const { clientId } of request.answers) this.#crowd.wrote(clientId, now);
    const isTroubled = ({ committer }: Flight) => this.#troubled.has(committer);
    const unavailable = await this.#append(flights.filter((flight) => !isTroubled(flight)));
    for (const flight of flights.filter(isTroubled)) await this.#appendTroubled(flight);
    const pause = this.#pauseAfter(flights, performance.now() - now);
    // A room may have more waiting than fits in a batch.
    for (const { committer } of flights) if (committer.queued > 0) this.want(committer);
    // If nothing waits, no timer is needed yet: mostly nothing comes during a pause.
    if (this.#wanting.size === 0) this.#notBefore = performance.now() + pause;
    else if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    return !unavailable;
  }

  /** Batches of those that want to write, up to the characters of a commit and the time for it. The others come first next time. */
  #nextFlights(): Flight[] {
    const flights: Flight[] = [];
    const until = this.#clock() + DECIDING;
    let left = CHARACTERS;
    for (const committer of [...this.#wanting]) {
      if (left <= 0 || this.#clock() >= until) break;
      this.#wanting.delete(committer);
      const batch = committer.prepare(this.#now(), left, () => this.#clock() < until);
      if (batch === null) continue;
      left -= batch.characters;
      flights.push({ committer, request: batch.request });
    }
    return flights;
  }

  /** Milliseconds to wait for more, after a commit that took `took` milliseconds. */
  #pauseAfter(flights: readonly Flight[], took: number): number {
    const pause = this.#pace.pauseAfter(took);
    if (this.#gather === 0 || !this.#crowd.isCrowd(performance.now())) return 0;
    const entries = flights.flatMap(({ request }) => request.entries);
    const mayWait = entries.length > 0 && entries.every(({ type }) => isUnhurried(type));
    return mayWait ? this.#gather : Math.min(this.#gather, pause);
  }

  /**
   * Appends flights together; those that can't be written together (never from a correct room) one by one, so that one doesn't affect the
   * others.
   */
  async #append(flights: readonly Flight[]): Promise<boolean> {
    if (flights.length === 0) return false;
    try {
      const started = performance.now();
      const ends = flights.map(({ committer }) => committer.beginStatement());
      const results = await this.#log.append(flights.map(({ request }) => request)).finally(() => {
        for (const end of ends) end();
      });
      const took = performance.now() - started;
      this.#refusals = 0;
      this.meters.committed(took);
      flights.forEach(({ committer }, index) => {
        if (results[index]?.kind === 'appended') this.#letOthersIn(committer, took);
      });
      await Promise.all(flights.map(({ committer }, index) => this.#settle(committer, results[index])));
      return false;
    } catch (error) {
      this.#failed(error);
      this.meters.commitFailed();
      const unavailable = error instanceof DatabaseUnavailable;
      if (unavailable && error.hasAnswered) this.#refusals += 1;
      const mayBeOfOne = !unavailable || (error.hasAnswered && this.#refusals >= REFUSALS);
      if (mayBeOfOne && flights.length > 1) return this.#appendEach(flights);
      for (const { committer } of flights) committer.putBack(unavailable ? 'unavailable' : 'unwritable');
      return unavailable;
    }
  }

  /** Appends flights one by one; false if only some failed, which wait without the others. */
  async #appendEach(flights: readonly Flight[]): Promise<boolean> {
    const lost: Flight[] = [];
    for (const flight of flights) if (await this.#append([flight])) lost.push(flight);
    if (lost.length === flights.length) return true;
    for (const { committer } of lost) {
      this.#troubled.add(committer);
      this.#rest(committer, RETRY_LONGEST);
    }
    return false;
  }

  async #appendTroubled(flight: Flight): Promise<void> {
    if (await this.#append([flight])) this.#rest(flight.committer, RETRY_LONGEST);
    else this.#troubled.delete(flight.committer);
  }

  /** An error here is of one debate, in reading what it missed: only that debate waits. */
  async #settle(committer: Committer, result: AppendResult | undefined): Promise<void> {
    if (!result) return;
    try {
      await committer.settle(result);
    } catch (error) {
      this.#failed(error);
      this.#rest(committer, READ_AGAIN);
    }
  }

  #letOthersIn(committer: Committer, took: number): void {
    if (this.#isShared === null) return;
    if (!committer.isShared && !this.#isShared(committer.id)) return;
    this.#rest(committer, Math.min(Math.max(3 * took, REST.shortest), REST.longest));
  }

  #rest(committer: Committer, milliseconds: number): void {
    this.#resting.add(committer);
    const rested = () => {
      this.#resting.delete(committer);
      this.want(committer);
    };
    setTimeout(rested, milliseconds);
  }
}

interface Flight {
  readonly committer: Committer;
  readonly request: AppendRequest;
}
