import { RateLimits } from '../sockets/rate-limits.ts';

/**
 * Tries of codes that come to nothing, in a burst and each second in the long run. An address may be a lecture hall's: a
 * thousand people who each mistype once in five. In all, an hour of guessing finds one of a thousand codes with a chance
 * of one in thirty thousand.
 */
export const FAILED_TRIES = {
  address: { burst: 200, perSecond: 1 },
  debate: { burst: 300, perSecond: 2 },
  all: { burst: 2_000, perSecond: 10 },
} as const;

/** Milliseconds between two times of forgetting who has been quiet. */
const SWEEP_EVERY = 60_000;
/** Milliseconds for which a code that let somebody in from an address lets others in from there, however much is guessed. */
const KNOWN_FOR = 3_600_000;
/** Codes known to be good at an address, the last ones. */
const KNOWN = 10_000;

/** A try of a code. */
export interface Try {
  /** The network address it comes from. */
  readonly address: string;
  /** What the code is found by. */
  readonly hash: string;
}

/**
 * Slows down guessing, on this node. Whoever has a good code pays nothing, and where others guess from the same address, a
 * hall whose first people are in goes on coming in: a code that was good there is not a guess any more.
 */
export class FailedTries {
  readonly #addresses = new RateLimits(FAILED_TRIES.address);
  readonly #debates = new RateLimits(FAILED_TRIES.debate);
  readonly #all = new RateLimits(FAILED_TRIES.all);
  /** When a code was last good at an address, the latest last. */
  readonly #known = new Map<string, number>();
  #sweptAt = performance.now();

  /**
   * Counts a try, before anybody knows what it comes to. The answer is to be called when it was good, and counts no more; null
   * where it has to wait.
   */
  begin(tried: Try): (() => void) | null {
    this.#sweep();
    if (this.#isKnown(tried)) return () => this.#keep(tried);
    const { address } = tried;
    if (!this.#addresses.take(address, 1)) return null;
    if (!this.#all.take('', 1)) {
      this.#addresses.giveBack(address, 1);
      return null;
    }
    return () => {
      this.#addresses.giveBack(address, 1);
      this.#all.giveBack('', 1);
      this.#keep(tried);
    };
  }

  /** A try met an invitation of this debate that is no good any more; false where there were too many of them. */
  failedAt(debateId: string): boolean {
    return this.#debates.take(debateId, 1);
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
    for (const limits of [this.#addresses, this.#debates, this.#all]) limits.sweep();
    for (const [key, at] of this.#known) if (now - at >= KNOWN_FOR) this.#known.delete(key);
  }
}

function keyOf({ address, hash }: Try): string {
  return `${address} ${hash}`;
}
