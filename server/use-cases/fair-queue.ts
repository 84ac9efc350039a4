/** Who brings a piece of work, and from where. */
export interface Bringer {
  readonly person: string;
  readonly address: string;
}

export interface FairQueueLimits {
  /** Pieces of work under way at once. */
  readonly atOnce: number;
  /** Of these as many as come from one address. */
  readonly atOnceFromAddress: number;
  /** Pieces of one person that wait. */
  readonly waitingOfPerson: number;
  /** Pieces from one address that wait: several people share one. */
  readonly waitingFromAddress: number;
}

interface Waiting {
  readonly bringer: Bringer;
  readonly begin: () => void;
}

/**
 * Work in turns: one piece of a person at a time, and round robin between addresses and between the people of each, so that
 * nobody's many pieces delay another's one.
 */
export class FairQueue {
  readonly #limits: FairQueueLimits;
  /** By address, then by person, those that had their turn longest ago first. Nobody in it has nothing that waits. */
  readonly #waiting = new Map<string, Map<string, Waiting[]>>();
  readonly #runningOfPerson = new Set<string>();
  readonly #runningFromAddress = new Map<string, number>();
  #running = 0;

  constructor(limits: FairQueueLimits) {
    this.#limits = limits;
  }

  /** Does a piece of work when its turn has come; `busy`: too much of the same person, or from the same address, waits. */
  async run<T>(bringer: Bringer, work: () => Promise<T>): Promise<T | 'busy'> {
    if (!this.#isFree(bringer)) {
      if (!this.#hasRoom(bringer)) return 'busy';
      await new Promise<void>((begin) => this.#enqueue({ bringer, begin }));
    } else this.#begin(bringer);
    try {
      return await work();
    } finally {
      this.#end(bringer);
    }
  }

  #isFree({ person, address }: Bringer): boolean {
    const { atOnce, atOnceFromAddress } = this.#limits;
    return (
      this.#running < atOnce &&
      !this.#runningOfPerson.has(person) &&
      (this.#runningFromAddress.get(address) ?? 0) < atOnceFromAddress
    );
  }

  #hasRoom({ person, address }: Bringer): boolean {
    const { waitingOfPerson, waitingFromAddress } = this.#limits;
    const here = [...(this.#waiting.get(address)?.values() ?? [])];
    const ofPerson = [...this.#waiting.values()].reduce(
      (count, people) => count + (people.get(person)?.length ?? 0),
      0,
    );
    const fromAddress = here.reduce((count, { length }) => count + length, 0);
    return ofPerson < waitingOfPerson && fromAddress < waitingFromAddress;
  }

  #enqueue(waiting: Waiting): void {
    const { person, address } = waiting.bringer;
    const people = this.#waiting.get(address) ?? new Map<string, Waiting[]>();
    this.#waiting.set(address, people);
    const own = people.get(person);
    if (own) own.push(waiting);
    else people.set(person, [waiting]);
  }

  #begin({ person, address }: Bringer): void {
    this.#running += 1;
    this.#runningOfPerson.add(person);
    this.#runningFromAddress.set(address, (this.#runningFromAddress.get(address) ?? 0) + 1);
  }

  #end({ person, address }: Bringer): void {
    this.#running -= 1;
    this.#runningOfPerson.delete(person);
    const left = (this.#runningFromAddress.get(address) ?? 1) - 1;
    if (left > 0) this.#runningFromAddress.set(address, left);
    else this.#runningFromAddress.delete(address);
    for (let next = this.#takeNext(); next; next = this.#takeNext()) {
      this.#begin(next.bringer);
      next.begin();
    }
  }

  /** The piece whose turn it is; its address, and its person there, go behind all others. */
  #takeNext(): Waiting | null {
    for (const [address, people] of this.#waiting) {
      for (const [person, own] of people) {
        const [first] = own;
        if (!first || !this.#isFree(first.bringer)) continue;
        own.shift();
        people.delete(person);
        if (own.length > 0) people.set(person, own);
        this.#waiting.delete(address);
        if (people.size > 0) this.#waiting.set(address, people);
        return first;
      }
    }
    return null;
  }
}
