import { TokenBucket } from './token-bucket.ts';

/** Events one person may send in a burst, and each second in the long run; a person's tabs and devices share them. */
export const EVENTS = { burst: 120, perSecond: 20 };

/** Who does something too fast, by person, connection, address, or whatever else they are told apart by. */
export class RateLimits {
  readonly #buckets = new Map<string, TokenBucket>();
  readonly #pace: { readonly burst: number; readonly perSecond: number };

  constructor(pace: { readonly burst: number; readonly perSecond: number }) {
    this.#pace = pace;
  }

  /** Takes the cost of an event; false where this sender has to wait. */
  take(sender: string, cost: number): boolean {
    const now = performance.now();
    let bucket = this.#buckets.get(sender);
    if (!bucket) {
      bucket = new TokenBucket(this.#pace.burst, this.#pace.perSecond, now);
      this.#buckets.set(sender, bucket);
    }
    return bucket.take(cost, now);
  }

  /** Forgets senders who have been quiet. Call it now and then. */
  sweep(): void {
    const now = performance.now();
    for (const [sender, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(sender);
  }
}
