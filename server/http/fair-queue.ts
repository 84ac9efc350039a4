import type { Sender } from '../limits/sender.ts';

/** How many may wait. */
export interface QueueBounds {
  /** Of one signed-in person. */
  readonly person: number;
  /** Of one address, where nobody is signed in. */
  readonly address: number;
  /** Of all people who are signed in at one address. */
  readonly peopleOfAddress: number;
  readonly all: number;
}

/** Of so many turns in a row, one is a reader's even while signed-in people wait. */
const READERS_TURN = 3;

/**
 * A queue that no sender can fill for others: addresses take turns, at each address people take turns, and signed-in people
 * come before readers, two turns of three. When it is full, the newest item of the address with the most gives way.
 */
export class FairQueue<T> {
  readonly #bounds: QueueBounds;
  readonly #gaveWay: (item: T) => void;
  readonly #people = new Ring<T>();
  readonly #readers = new Ring<T>();
  #turn = 0;
  #puts = 0;

  /** `gaveWay` hears of what has left the full queue for an item of an address with fewer. */
  constructor(bounds: QueueBounds, gaveWay: (item: T) => void = () => {}) {
    this.#bounds = bounds;
    this.#gaveWay = gaveWay;
  }

  get size(): number {
    return this.#people.size + this.#readers.size;
  }

  /** Puts something at the end of its sender's own queue; false where that is full, or nobody gives way for it. */
  put({ person, address }: Sender, item: T): boolean {
    const isReader = person === null;
    const ring = isReader ? this.#readers : this.#people;
    const { address: ofReaders, person: ofPerson, peopleOfAddress, all } = this.#bounds;
    if (ring.waiting(address, person ?? '') >= (isReader ? ofReaders : ofPerson)) return false;
    if (!isReader && ring.waitingAt(address) >= peopleOfAddress) return false;
    if (this.size >= all && !this.#makeRoom(address)) return false;
    this.#puts += 1;
    ring.put(address, person ?? '', item, this.#puts);
    return true;
  }

  /** Takes out the newest item of the address with the most, unless a newcomer's address would then have as many. */
  #makeRoom(newcomer: string): boolean {
    let [fullest, most] = [newcomer, this.#waitingAt(newcomer) + 1];
    for (const address of [...this.#people.addresses(), ...this.#readers.addresses()]) {
      const count = this.#waitingAt(address);
      if (count > most) [fullest, most] = [address, count];
    }
    if (fullest === newcomer) return false;
    const [ofPeople, ofReaders] = [this.#people.newestAt(fullest), this.#readers.newestAt(fullest)];
    const isReader = (ofReaders?.put ?? 0) > (ofPeople?.put ?? 0);
    const newest = isReader ? ofReaders : ofPeople;
    if (!newest) return false;
    (isReader ? this.#readers : this.#people).remove(fullest, newest.person, newest.item);
    this.#gaveWay(newest.item);
    return true;
  }

  #waitingAt(address: string): number {
    return this.#people.waitingAt(address) + this.#readers.waitingAt(address);
  }

  /** Takes out whoever's turn it is; undefined where nobody waits. */
  next(): T | undefined {
    this.#turn = (this.#turn + 1) % READERS_TURN;
    const [first, second] = this.#turn === 0 ? [this.#readers, this.#people] : [this.#people, this.#readers];
    return first.next() ?? second.next();
  }

  /** Takes out something that waits no longer; false where it does not wait. */
  remove({ person, address }: Sender, item: T): boolean {
    return (person === null ? this.#readers : this.#people).remove(address, person ?? '', item);
  }
}

/** What waits, numbered in the order in which all came. */
interface Waiting<T> {
  readonly item: T;
  readonly put: number;
}

/** Queues by address and person, of which the first in line goes to the end after its turn. */
class Ring<T> {
  readonly #addresses = new Map<string, Map<string, Waiting<T>[]>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  waiting(address: string, person: string): number {
    return this.#addresses.get(address)?.get(person)?.length ?? 0;
  }

  waitingAt(address: string): number {
    let count = 0;
    for (const { length } of this.#addresses.get(address)?.values() ?? []) count += length;
    return count;
  }

  addresses(): Iterable<string> {
    return this.#addresses.keys();
  }

  /** What came last from an address, and from whom there; null where nothing of it waits. */
  newestAt(address: string): (Waiting<T> & { readonly person: string }) | null {
    let newest: (Waiting<T> & { readonly person: string }) | null = null;
    for (const [person, items] of this.#addresses.get(address) ?? []) {
      const last = items.at(-1);
      if (last && last.put > (newest?.put ?? 0)) newest = { ...last, person };
    }
    return newest;
  }

  put(address: string, person: string, item: T, put: number): void {
    const people = this.#addresses.get(address) ?? new Map<string, Waiting<T>[]>();
    this.#addresses.set(address, people);
    const items = people.get(person) ?? [];
    people.set(person, items);
    items.push({ item, put });
    this.#size += 1;
  }

  next(): T | undefined {
    const [address, people] = this.#addresses.entries().next().value ?? [];
    const [person, items] = people?.entries().next().value ?? [];
    const first = items?.shift();
    if (address === undefined || person === undefined || !people || !items || !first) return undefined;
    this.#size -= 1;
    people.delete(person);
    if (items.length > 0) people.set(person, items);
    this.#addresses.delete(address);
    if (people.size > 0) this.#addresses.set(address, people);
    return first.item;
  }

  remove(address: string, person: string, item: T): boolean {
    const people = this.#addresses.get(address);
    const items = people?.get(person);
    const at = items?.findIndex((waiting) => waiting.item === item) ?? -1;
    if (!people || !items || at < 0) return false;
    items.splice(at, 1);
    this.#size -= 1;
    if (items.length === 0) people.delete(person);
    if (people.size === 0) this.#addresses.delete(address);
    return true;
  }
}
