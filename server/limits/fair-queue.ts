import type { Sender } from './sender.ts';

/** Limits on jobs. A field left out has no limit. */
interface JobCaps {
  /** For one signed-in person. */
  readonly person?: number;
  /** For all signed-in people at one address. */
  readonly peopleOfAddress?: number;
  /** For all readers at one address; readers are not signed in. */
  readonly readersOfAddress?: number;
  readonly all?: number;
}

export interface QueueBounds {
  /** Jobs waiting or running. */
  readonly held: JobCaps;
  /** Jobs running at once. */
  readonly running: JobCaps;
}

interface Job {
  readonly sender: Sender;
  /** Increases with each job. */
  readonly number: number;
  /** Called when its turn comes. */
  readonly begin: () => void;
  /** Called when it leaves the queue without a turn. */
  readonly drop: () => void;
}

/** A running turn. */
export interface Turn {
  /** Lets the next job start. This one still counts as held until `end`. */
  readonly pass: () => void;
  readonly end: () => void;
}

type Work<T> = (end: () => void, pass: () => void) => Promise<T>;

/** Every third turn is a reader's, even while signed-in people wait. */
const READERS_TURN = 3;

/**
 * Runs a few jobs at once and queues the rest, so that no sender can fill the queue or delay others: addresses take turns,
 * people at an address take turns, and signed-in people come first in two of three turns. When the queue is full, the
 * address with the most jobs drops its newest waiting one for an address with fewer.
 */
export class FairQueue {
  readonly #held: JobCount;
  readonly #running: JobCount;
  readonly #people = new Lane();
  readonly #readers = new Lane();
  #jobs = 0;
  #turns = 0;
  #isBeginningSoon = false;

  constructor({ held, running }: QueueBounds) {
    this.#held = new JobCount(held);
    this.#running = new JobCount(running);
  }

  /** Number of jobs that wait or run. */
  get jobs(): number {
    return this.#held.all;
  }

  /**
   * Runs a job when its turn comes, at once if there is room. It frees its place when it settles or calls `end`. `busy`: it did
   * not run, because the queue has no place for its sender, it gave way to another, or `signal` was aborted while it waited.
   */
  run<T>(sender: Sender, work: Work<T>, signal?: AbortSignal): Promise<T | 'busy'> {
    return new Promise((resolve) => {
      if (signal?.aborted || !this.#hasPlace(sender)) return resolve('busy');
      this.#jobs += 1;
      const job: Job = {
        sender,
        number: this.#jobs,
        begin: () => resolve(this.#work(sender, work)),
        drop: () => resolve('busy'),
      };
      signal?.addEventListener('abort', () => this.#drop(job), { once: true });
      this.#laneOf(sender).put(job);
      this.#held.add(sender);
      if (!this.#isBeginningSoon) this.#begin();
    });
  }

  /** Waits for a turn; `busy` as in `run`. */
  turn(sender: Sender, signal?: AbortSignal): Promise<Turn | 'busy'> {
    return new Promise((resolve) => {
      const hold = (_: () => void, pass: () => void) => new Promise<void>((end) => resolve({ pass, end }));
      this.run(sender, hold, signal).then(
        (answer) => answer === 'busy' && resolve(answer),
        () => {},
      );
    });
  }

  #hasPlace(sender: Sender): boolean {
    return this.#held.hasRoom(sender) && (!this.#held.isFull || this.#makeRoom(sender.address));
  }

  /** Drops the newest job of the address with the most, unless the newcomer's address would then have as many. */
  #makeRoom(newcomer: string): boolean {
    let [fullest, most] = [newcomer, this.#held.ofAddress(newcomer) + 1];
    for (const address of [...this.#people.addresses(), ...this.#readers.addresses()]) {
      const count = this.#held.ofAddress(address);
      if (count > most) [fullest, most] = [address, count];
    }
    if (fullest === newcomer) return false;
    const jobs = [...this.#people.jobsAt(fullest), ...this.#readers.jobsAt(fullest)];
    this.#drop(jobs.reduce((newest, job) => (job.number > newest.number ? job : newest)));
    return true;
  }

  /** Removes a waiting job; a running one continues. */
  #drop(job: Job): void {
    if (!this.#laneOf(job.sender).remove(job)) return;
    this.#held.remove(job.sender);
    job.drop();
  }

  #begin(): void {
    for (let job = this.#next(); job; job = this.#next()) {
      this.#turns += 1;
      this.#running.add(job.sender);
      job.begin();
    }
  }

  /** Removes and returns the job whose turn it is. */
  #next(): Job | null {
    if (this.#running.isFull) return null;
    const isReadersTurn = (this.#turns + 1) % READERS_TURN === 0;
    const [first, second] = isReadersTurn ? [this.#readers, this.#people] : [this.#people, this.#readers];
    const canRun = (sender: Sender) => this.#running.hasRoom(sender);
    return first.take(canRun) ?? second.take(canRun);
  }

  async #work<T>(sender: Sender, work: Work<T>): Promise<T> {
    let hasPassed = false;
    let hasEnded = false;
    const pass = () => {
      if (hasPassed) return;
      hasPassed = true;
      this.#running.remove(sender);
      this.#beginSoon();
    };
    const end = () => {
      if (hasEnded) return;
      hasEnded = true;
      this.#held.remove(sender);
      pass();
    };
    try {
      return await work(end, pass);
    } finally {
      end();
    }
  }

  /** Deferred, so that jobs aborted together all leave the queue before the next one starts. */
  #beginSoon(): void {
    if (this.#isBeginningSoon) return;
    this.#isBeginningSoon = true;
    setImmediate(() => {
      this.#isBeginningSoon = false;
      this.#begin();
    });
  }

  #laneOf({ person }: Sender): Lane {
    return person === null ? this.#readers : this.#people;
  }
}

/** Waiting jobs by address and person. After a turn, its address and person move to the end. */
class Lane {
  /** The person is `null` for readers. No entry is empty. */
  readonly #addresses = new Map<string, Map<string | null, Job[]>>();

  addresses(): Iterable<string> {
    return this.#addresses.keys();
  }

  jobsAt(address: string): Job[] {
    return [...(this.#addresses.get(address)?.values() ?? [])].flat();
  }

  put(job: Job): void {
    const { address, person } = job.sender;
    const people = this.#addresses.get(address) ?? new Map<string | null, Job[]>();
    this.#addresses.set(address, people);
    const jobs = people.get(person) ?? [];
    people.set(person, jobs);
    jobs.push(job);
  }

  /** Removes and returns the first job whose sender can run one; `null`: none. */
  take(canRun: (sender: Sender) => boolean): Job | null {
    for (const [address, people] of this.#addresses)
      for (const [person, jobs] of people) {
        const [job] = jobs;
        if (!job || !canRun(job.sender)) continue;
        jobs.shift();
        people.delete(person);
        if (jobs.length > 0) people.set(person, jobs);
        this.#addresses.delete(address);
        if (people.size > 0) this.#addresses.set(address, people);
        return job;
      }
    return null;
  }

  /** False if the job is not waiting here. */
  remove(job: Job): boolean {
    const { address, person } = job.sender;
    const people = this.#addresses.get(address);
    const jobs = people?.get(person);
    const at = jobs?.indexOf(job) ?? -1;
    if (!people || !jobs || at < 0) return false;
    jobs.splice(at, 1);
    if (jobs.length === 0) people.delete(person);
    if (people.size === 0) this.#addresses.delete(address);
    return true;
  }
}

/** Counts jobs in total and by sender. */
class JobCount {
  readonly #caps: JobCaps;
  readonly #counts = new Map<string, number>();
  #all = 0;

  constructor(caps: JobCaps) {
    this.#caps = caps;
  }

  get all(): number {
    return this.#all;
  }

  get isFull(): boolean {
    return this.#all >= (this.#caps.all ?? Number.POSITIVE_INFINITY);
  }

  /** Jobs from an address, signed in or not. */
  ofAddress(address: string): number {
    return this.#of(peopleKey(address)) + this.#of(readersKey(address));
  }

  /** True if a sender's own caps allow one more job; the total is `isFull`. */
  hasRoom(sender: Sender): boolean {
    return countedBy(sender).every(
      ([cap, key]) => this.#of(key) < (this.#caps[cap] ?? Number.POSITIVE_INFINITY),
    );
  }

  add(sender: Sender): void {
    this.#all += 1;
    for (const [, key] of countedBy(sender)) this.#counts.set(key, this.#of(key) + 1);
  }

  remove(sender: Sender): void {
    this.#all -= 1;
    for (const [, key] of countedBy(sender)) {
      const left = this.#of(key) - 1;
      if (left > 0) this.#counts.set(key, left);
      else this.#counts.delete(key);
    }
  }

  #of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }
}

/** The caps that apply to a sender, each with its counter key. */
function countedBy({ person, address }: Sender): (readonly [Exclude<keyof JobCaps, 'all'>, string])[] {
  if (person === null) return [['readersOfAddress', readersKey(address)]];
  return [
    ['person', `person ${person}`],
    ['peopleOfAddress', peopleKey(address)],
  ];
}

function peopleKey(address: string): string {
  return `people ${address}`;
}

function readersKey(address: string): string {
  return `readers ${address}`;
}
