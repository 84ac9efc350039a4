import type { Limiter } from '../limits/limiter.ts';

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
  readonly #limiter: Limiter;
  /** When a code was last good at an address, the latest last. */
  readonly #known = new Map<string, number>();
  #sweptAt = performance.now();

  constructor(limiter: Limiter) {
    this.#limiter = limiter;
  }

  /**
   * Counts a try, before anybody knows what it comes to. The answer is to be called when it was good, and counts no more; null
   * where it has to wait.
   */
  begin(tried: Try): (() => void) | null {
    this.#sweep();
    if (this.#isKnown(tried)) return () => this.#keep(tried);
    const { address } = tried;
    if (!this.#limiter.take('codes', { address })) return null;
    return () => {
      this.#limiter.giveBack('codes', { address });
      this.#keep(tried);
    };
  }

  /** A try met an invitation of this debate that is no good any more; false where there were too many of them. */
  failedAt(debateId: string): boolean {
    return this.#limiter.take('deadCodes', { debate: debateId });
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
  }
}

function keyOf({ address, hash }: Try): string {
  return `${address} ${hash}`;
}
