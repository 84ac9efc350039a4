/** How much may be taken at once, and each second in the long run. */
export interface Pace {
  readonly burst: number;
  readonly perSecond: number;
}

/** Lets through bursts, and a steady pace in the long run. Times are milliseconds of a clock that only rises. */
export class TokenBucket {
  readonly #pace: Pace;
  #tokens: number;
  #at: number;

  constructor(pace: Pace, now: number) {
    this.#pace = pace;
    this.#tokens = pace.burst;
    this.#at = now;
  }

  /** Takes `cost` tokens; false, and nothing taken, where there are not that many. */
  take(cost: number, now: number): boolean {
    if (this.wait(cost, now) > 0) return false;
    this.#tokens -= this.#bounded(cost);
    return true;
  }

  /** Seconds until `cost` tokens can be taken; 0: now. */
  wait(cost: number, now: number): number {
    const { burst, perSecond } = this.#pace;
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#at) / 1_000) * perSecond);
    this.#at = now;
    return Math.max(0, this.#bounded(cost) - this.#tokens) / perSecond;
  }

  giveBack(cost: number): void {
    this.#tokens = Math.min(this.#pace.burst, this.#tokens + this.#bounded(cost));
  }

  /** True if nothing has been taken for so long that forgetting it changes nothing. */
  isFull(now: number): boolean {
    const { burst, perSecond } = this.#pace;
    return this.#tokens + ((now - this.#at) / 1_000) * perSecond >= burst;
  }

  /** A cost above the capacity takes a full bucket: otherwise it could never be paid. */
  #bounded(cost: number): number {
    return Math.min(cost, this.#pace.burst);
  }
}
