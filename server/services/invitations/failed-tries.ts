import type { Limiter } from '../../limits/limiter.ts';

/** Milliseconds between two removals of inactive entries. */
const SWEEP_EVERY = 60_000;
/** Milliseconds for which a code that worked from an address keeps working there, however much is guessed. */
const KNOWN_FOR = 3_600_000;
/** Maximum codes known as valid at an address, most recent first. */
const KNOWN = 10_000;

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
