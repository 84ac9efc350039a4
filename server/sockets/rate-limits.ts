import { TokenBucket } from './token-bucket.ts';

/** What a sender may cost at once, and each second in the long run. */
export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

/** Events one person may send; a person's tabs and devices share them. */
export const OF_A_PERSON: Allowance = { burst: 120, perSecond: 20 };

/**
 * Events refused for being too fast that a person may send all the same: a board that has much to send asks again after a
 * while. Who goes on is cut off, and with an empty allowance again soon after coming back.
 */
export const REFUSED_OF_A_PERSON: Allowance = { burst: 400, perSecond: 10 };

/**
 * Debates that may be opened from one address, each with 64 KB of answer; the rest of an answer costs as much again. A
 * seminar of three hundred behind one address joins within a minute even where each needs all of the largest debate, and
 * comes back at once where each needs what was written meanwhile.
 */
export const OF_AN_ADDRESS: Allowance = { burst: 1_000, perSecond: 40 };

/** Who does something too fast, by person, connection, address, or whatever else they are told apart by. */
export class RateLimits {
  readonly #allowance: Allowance;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  /** Takes the cost of an event; false where this sender has to wait. */
  take(sender: string, cost: number): boolean {
    const now = performance.now();
    let bucket = this.#buckets.get(sender);
    if (!bucket) {
      bucket = new TokenBucket(this.#allowance.burst, this.#allowance.perSecond, now);
      this.#buckets.set(sender, bucket);
    }
    return bucket.take(cost, now);
  }

  /** Gives back what was taken for something that costs nothing here after all. */
  giveBack(sender: string, cost: number): void {
    this.#buckets.get(sender)?.giveBack(cost);
  }

  /** Forgets senders who have been quiet. Call it now and then. */
  sweep(): void {
    const now = performance.now();
    for (const [sender, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(sender);
  }
}
