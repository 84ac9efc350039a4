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

/** Slows down guessing, on this node. Whoever has a good code or link pays nothing, but waits where others guess too much. */
export class FailedTries {
  readonly #addresses = new RateLimits(FAILED_TRIES.address);
  readonly #debates = new RateLimits(FAILED_TRIES.debate);
  readonly #all = new RateLimits(FAILED_TRIES.all);
  #sweptAt = performance.now();

  /** Counts a try from an address, before anybody knows what it comes to; false where it has to wait. */
  begin(address: string): boolean {
    this.#sweep();
    if (!this.#addresses.take(address, 1)) return false;
    if (this.#all.take('', 1)) return true;
    this.#addresses.giveBack(address, 1);
    return false;
  }

  /** A try was good: it counts no more. */
  succeeded(address: string): void {
    this.#addresses.giveBack(address, 1);
    this.#all.giveBack('', 1);
  }

  /** A try met an invitation of this debate that is no good any more; false where there were too many of them. */
  failedAt(debateId: string): boolean {
    return this.#debates.take(debateId, 1);
  }

  #sweep(): void {
    const now = performance.now();
    if (now - this.#sweptAt < SWEEP_EVERY) return;
    this.#sweptAt = now;
    for (const limits of [this.#addresses, this.#debates, this.#all]) limits.sweep();
  }
}
