import type { Limiter } from '../../limits/limiter.ts';

/** Milliseconds between two removals of inactive entries. */
const SWEEP_EVERY = 60_000;
/** Milliseconds for which a code that worked from an address keeps working there, however much is guessed. */
const KNOWN_FOR = 3_600_000;
/** Maximum codes known as valid at an address, most recent first. */
const KNOWN = 10_000;

/**
 * Failures of a network in an hour that count for nothing else, and the networks that have them. Otherwise a few addresses that use up the
 * server's total would keep everyone out who comes with a code. Guessing stays bounded: with 2,000 and 36,000 of the total, and 30,000 of
 * these, 68,000 codes an hour find one of a thousand among 32 ^ 8 with a probability of one in sixteen thousand.
 */
const FIRST = 3;
const FIRST_FOR = 3_600_000;
const NETWORKS = 10_000;

/** The first failures of a network. */
interface First {
  readonly count: number;
  /** Of the last one: only after an hour without any are there new ones, so no hour has more. */
  readonly at: number;
}

/** An attempt to use a code. */
export interface Try {
  /** The network address it comes from. */
  readonly address: string;
  /** The hash by which the code is found. */
  readonly hash: string;
}

/**
 * Slows down guessing, on this node. A valid code costs nothing, and if others guess from the same address, a hall whose first people have
 * joined can continue joining: a code that worked there is no longer a guess.
 */
export class FailedTries {
  readonly #limiter: Limiter;
  /** When a code last worked at an address, the latest last. */
  readonly #known = new Map<string, number>();
  readonly #first = new Map<string, First>();
  #sweptAt = performance.now();

  constructor(limiter: Limiter) {
    this.#limiter = limiter;
  }

  /**
   * Counts an attempt before its result is known. Call the returned function if it was valid, so that it no longer counts; `null` if it has
   * to wait.
   */
  begin(tried: Try): (() => void) | null {
    this.#sweep();
    if (this.#isKnown(tried)) return () => this.#keep(tried);
    const { address } = tried;
    if (this.#takeFirst(networkOf(address)))
      return () => {
        this.#giveBackFirst(networkOf(address));
        this.#keep(tried);
      };
    if (!this.#limiter.take('codes', { address })) return null;
    return () => {
      this.#limiter.giveBack('codes', { address });
      this.#keep(tried);
    };
  }

  /** Counts an attempt with an invitation of this debate that no longer works; false if there were too many of them. */
  failedAt(debateId: string): boolean {
    return this.#limiter.take('deadCodes', { debate: debateId });
  }

  /** False if a network has had its first failures, or too many others have. */
  #takeFirst(network: string): boolean {
    const now = performance.now();
    const had = this.#first.get(network);
    const count = had && now - had.at < FIRST_FOR ? had.count : 0;
    if (count >= FIRST || (!had && this.#first.size >= NETWORKS)) return false;
    this.#first.set(network, { count: count + 1, at: now });
    return true;
  }

  #giveBackFirst(network: string): void {
    const had = this.#first.get(network);
    if (!had) return;
    if (had.count > 1) this.#first.set(network, { ...had, count: had.count - 1 });
    else this.#first.delete(network);
  }

  #isKnown(tried: Try): boolean {
    const at = this.#known.get(keyOf(tried));
    return at !== undefined && performance.now() - at < KNOWN_FOR;
  }

  #keep(tried: Try): void {
    const key = keyOf(tried);
    this.#known.delete(key);
    this.#known.set(key, performance.now());
    const [oldest] = this.#known.keys();
    if (this.#known.size > KNOWN && oldest !== undefined) this.#known.delete(oldest);
  }

  #sweep(): void {
    const now = performance.now();
    if (now - this.#sweptAt < SWEEP_EVERY) return;
    this.#sweptAt = now;
    for (const [key, at] of this.#known) if (now - at >= KNOWN_FOR) this.#known.delete(key);
    for (const [key, { at }] of this.#first) if (now - at >= FIRST_FOR) this.#first.delete(key);
  }
}

/** An address, or of IPv6 the part of it that providers give to one customer. */
function networkOf(address: string): string {
  return address.split(':').slice(0, 3).join(':');
}

function keyOf({ address, hash }: Try): string {
  return `${address} ${hash}`;
}
