import type { CONNECTION_CAPS } from '../limits/allowances.ts';
import type { Sender } from '../limits/sender.ts';

/** See `CONNECTION_CAPS`. */
export type ConnectionCaps = Readonly<
  Record<keyof Pick<typeof CONNECTION_CAPS, 'all' | 'allNameless' | 'address' | 'addressNameless'>, number>
>;

/** The slot of one connection. */
export interface Slot extends Sender {
  /** Ends the connection, so that someone else gets the slot. */
  end: () => void;
}

/** The slots of one address, readers apart, each in order of arrival. */
interface OfAddress {
  readonly people: Set<Slot>;
  readonly readers: Set<Slot>;
}

/**
 * The connection slots of one server. An address has a bounded share; readers have fewer slots than there are. When all are taken, the
 * earliest reader at the address with the most readers gives way to a signed-in person; and one connection of the address with the most,
 * of any owner, gives way to an address that then still has fewer.
 */
export class ConnectionSlots {
  readonly #caps: ConnectionCaps;
  readonly #addresses = new Map<string, OfAddress>();
  #all = 0;
  #readers = 0;

  constructor(caps: ConnectionCaps) {
    this.#caps = caps;
  }

  /** Takes a slot for a connection; `null` if there is none for it. May end another connection to free one. */
  take({ person, address }: Sender): Slot | null {
    const of = this.#addresses.get(address) ?? { people: new Set(), readers: new Set() };
    const here = of.people.size + of.readers.size;
    const caps = this.#caps;
    if (person === null) {
      if (here >= caps.address || of.readers.size >= caps.addressNameless) return null;
      const isFullOfReaders = this.#readers >= caps.allNameless;
      if (isFullOfReaders && !this.#endFirst(this.#mostReaders(of.readers.size + 1))) return null;
      if (this.#all >= caps.all && !this.#endOfFullest(here + 1)) return null;
    } else if (here >= caps.address) {
      if (!this.#endFirst(of.readers)) return null;
    } else if (this.#all >= caps.all) {
      if (!this.#endFirst(this.#mostReaders()) && !this.#endOfFullest(here + 1)) return null;
    }
    const slot: Slot = { person, address, end: () => {} };
    (person === null ? of.readers : of.people).add(slot);
    this.#addresses.set(address, of);
    this.#all += 1;
    if (person === null) this.#readers += 1;
    return slot;
  }

  /** Releases a slot; releasing it again changes nothing. */
  release(slot: Slot): void {
    const of = this.#addresses.get(slot.address);
    const held = slot.person === null ? of?.readers : of?.people;
    if (!of || !held?.delete(slot)) return;
    this.#all -= 1;
    if (slot.person === null) this.#readers -= 1;
    if (of.people.size + of.readers.size === 0) this.#addresses.delete(slot.address);
  }

  #endFirst(readers: ReadonlySet<Slot>): boolean {
    const [first] = readers;
    if (!first) return false;
    this.release(first);
    first.end();
    return true;
  }

  /** The readers of the address with the most readers; empty if none has more than `least`. */
  #mostReaders(least = 0): ReadonlySet<Slot> {
    let most: ReadonlySet<Slot> = new Set();
    for (const { readers } of this.#addresses.values())
      if (readers.size > Math.max(least, most.size)) most = readers;
    return most;
  }

  /** Ends one connection of the address with the most, if it has more than `least`: a reader's first, then a person's. */
  #endOfFullest(least: number): boolean {
    let [fullest, most]: [OfAddress | null, number] = [null, least];
    for (const of of this.#addresses.values()) {
      const count = of.people.size + of.readers.size;
      if (count > most) [fullest, most] = [of, count];
    }
    return fullest !== null && (this.#endFirst(fullest.readers) || this.#endFirst(fullest.people));
  }
}
