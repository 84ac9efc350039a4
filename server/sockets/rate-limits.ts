import { TokenBucket } from './token-bucket.ts';

/** Events one person may send in a burst, and each second in the long run; a person's tabs and devices share them. */
const BURST = 120;
const PER_SECOND = 20;

/** Who sends too fast, by person (or by connection, for readers nobody knows). */
export class RateLimits {
  readonly #buckets = new Map<string, TokenBucket>();

  /** Takes the cost of an event; false where this sender has to wait. */
  take(sender: string, cost: number): boolean {
    const now = performance.now();
    let bucket = this.#buckets.get(sender);
    if (!bucket) {
      bucket = new TokenBucket(BURST, PER_SECOND, now);
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
