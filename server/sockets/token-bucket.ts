/** Lets through bursts up to `size`, and `perSecond` in the long run. Times are milliseconds of a clock that only rises. */
export class TokenBucket {
  readonly #size: number;
  readonly #perSecond: number;
  #tokens: number;
  #at: number;

  constructor(size: number, perSecond: number, now: number) {
    this.#size = size;
    this.#perSecond = perSecond;
    this.#tokens = size;
    this.#at = now;
  }

  /** Takes `cost` tokens; false, and nothing taken, where there are not that many. */
  take(cost: number, now: number): boolean {
    const gained = ((now - this.#at) / 1_000) * this.#perSecond;
    this.#tokens = Math.min(this.#size, this.#tokens + gained);
    this.#at = now;
    if (this.#tokens < cost) return false;
    this.#tokens -= cost;
    return true;
  }

  /** Puts tokens back that were taken. */
  give(tokens: number): void {
    this.#tokens = Math.min(this.#size, this.#tokens + tokens);
  }

  /** Whether nothing has been taken for so long that forgetting it changes nothing. */
  isFull(now: number): boolean {
    return this.#tokens + ((now - this.#at) / 1_000) * this.#perSecond >= this.#size;
  }
}
