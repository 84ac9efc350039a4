import type { Sender } from './sender.ts';

/** How many jobs there may be. What is left out has no bound. */
interface JobCaps {
  /** Of one signed-in person. */
  readonly person?: number;
  /** Of all people who are signed in at one address. */
  readonly peopleOfAddress?: number;
  /** Of all readers, who are not signed in, at one address. */
  readonly readersOfAddress?: number;
  readonly all?: number;
}

export interface QueueBounds {
  /** Jobs that wait or are under way. */
  readonly held: JobCaps;
  /** Of these, jobs under way at once. */
  readonly running: JobCaps;
}

interface Job {
  readonly sender: Sender;
  /** Rises from job to job. */
  readonly number: number;
  /** Called when its turn has come. */
  readonly begin: () => void;
  /** Called when it leaves the queue without a turn. */
  readonly drop: () => void;
}

/** A turn that has come. */
export interface Turn {
  /** Lets the next begin; what is left to do here takes nothing but room, and is counted as held until its end. */
  readonly pass: () => void;
  readonly end: () => void;
}

type Work<T> = (end: () => void, pass: () => void) => Promise<T>;

/** Of so many turns in a row, one is a reader's even while signed-in people wait. */
const READERS_TURN = 3;

/**
 * Runs a few jobs at once and lets the others wait, so that no sender can fill the queue or delay others: addresses take turns,
 * at each address people take turns, and signed-in people come before readers, two turns of three. When the queue is full, the
 * newest job that waits from the address with the most gives way to an address with fewer.
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

  /**
   * Runs a job when its turn has come: at once where there is room. It gives its place to the next when it has settled, or calls
   * `end` before that. `busy`: it is not run, because the queue has no place for its sender, it gave way to another, or `signal`
   * was aborted while it waited.
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

  /** Drops the newest job of the address with the most, unless a newcomer's address would then have as many. */
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

  /** Takes out a job that waits; one under way goes on. */
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

  /** Takes out the job whose turn it is. */
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

  /** Not at once: when many leave together, all of them are out of the queue before the next begins. */
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

/** Jobs that wait, by address and person. The first address, and its first person, go behind all others after their turn. */
class Lane {
  /** A reader's person is null. No address and no person is in it without a job. */
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

  /** Takes out the first job whose sender can have one run; null where there is none. */
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

  /** False where the job does not wait here. */
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

/** Counts jobs in all, and by whom each is of. */
class JobCount {
  readonly #caps: JobCaps;
  readonly #counts = new Map<string, number>();
  #all = 0;

  constructor(caps: JobCaps) {
    this.#caps = caps;
  }

  get isFull(): boolean {
    return this.#all >= (this.#caps.all ?? Number.POSITIVE_INFINITY);
  }

  /** Jobs of people and readers at an address. */
  ofAddress(address: string): number {
    return this.#of(peopleKey(address)) + this.#of(readersKey(address));
  }

  /** Whether a sender may have one more, if there is one more in all. */
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

/** The caps a sender counts towards, each with the key of its count. */
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
