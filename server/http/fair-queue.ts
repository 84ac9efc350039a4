import type { Sender } from '../limits/sender.ts';

/** How many may wait. */
export interface QueueBounds {
  /** Of one signed-in person. */
  readonly person: number;
  /** Of one address, where nobody is signed in. */
  readonly address: number;
  readonly all: number;
}

/** Of so many turns in a row, one is a reader's even while signed-in people wait. */
const READERS_TURN = 3;

/**
 * A queue that no sender can fill for others: addresses take turns, at each address people take turns, and signed-in people
 * come before readers, two turns of three.
 */
export class FairQueue<T> {
  readonly #bounds: QueueBounds;
  readonly #people = new Ring<T>();
  readonly #readers = new Ring<T>();
  #turn = 0;

  constructor(bounds: QueueBounds) {
    this.#bounds = bounds;
  }

  get size(): number {
    return this.#people.size + this.#readers.size;
  }

  /** Puts something at the end of its sender's own queue; false where that is full. */
  put({ person, address }: Sender, item: T): boolean {
    const isReader = person === null;
    const ring = isReader ? this.#readers : this.#people;
    const own = ring.waiting(address, person ?? '');
    if (this.size >= this.#bounds.all || own >= this.#bounds[isReader ? 'address' : 'person']) return false;
    ring.put(address, person ?? '', item);
    return true;
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

/** Queues by address and person, of which the first in line goes to the end after its turn. */
class Ring<T> {
  readonly #addresses = new Map<string, Map<string, T[]>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  waiting(address: string, person: string): number {
    return this.#addresses.get(address)?.get(person)?.length ?? 0;
  }

  put(address: string, person: string, item: T): void {
    const people = this.#addresses.get(address) ?? new Map<string, T[]>();
    this.#addresses.set(address, people);
    const items = people.get(person) ?? [];
    people.set(person, items);
    items.push(item);
    this.#size += 1;
  }

  next(): T | undefined {
    const [address, people] = this.#addresses.entries().next().value ?? [];
    const [person, items] = people?.entries().next().value ?? [];
    const item = items?.shift();
    if (address === undefined || person === undefined || !people || !items || item === undefined)
      return undefined;
    this.#size -= 1;
    people.delete(person);
    if (items.length > 0) people.set(person, items);
    this.#addresses.delete(address);
    if (people.size > 0) this.#addresses.set(address, people);
    return item;
  }

  remove(address: string, person: string, item: T): boolean {
    const people = this.#addresses.get(address);
    const items = people?.get(person);
    const at = items?.indexOf(item) ?? -1;
    if (!people || !items || at < 0) return false;
    items.splice(at, 1);
    this.#size -= 1;
    if (items.length === 0) people.delete(person);
    if (people.size === 0) this.#addresses.delete(address);
    return true;
  }
}
