import {
  ALLOWANCE_SCOPES,
  ALLOWANCES,
  type Allowance,
  type AllowanceName,
  type AllowanceScope,
} from './allowances.ts';
import { TokenBucket } from './token-bucket.ts';

/**
 * The key of each scope that something is counted for; a scope that is left out is not counted. `all` is always counted, except for a known
 * browser: strangers who use up the server's total must not lock its owner out.
 */
export type LimitKeys = Partial<Readonly<Record<Exclude<AllowanceScope, 'all'>, string>>>;

/** Milliseconds between two removals of unused buckets. */
const SWEEP_EVERY = 60_000;
/** Maximum buckets of one scope of one allowance; the oldest is removed first. */
const REMEMBERED = 50_000;

/**
 * Counts the use of every allowance, on this server. All rate limiting happens here; what is counted, and the limits, are in
 * `allowances.ts`.
 */
export class Limiter {
  readonly #allowances: Readonly<Record<AllowanceName, Allowance>>;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Map<string, TokenBucket>>();
  #sweptAt: number;

  /** `now`: milliseconds of a monotonic clock. */
  constructor(
    allowances: Readonly<Record<AllowanceName, Allowance>> = ALLOWANCES,
    now = () => performance.now(),
  ) {
    this.#allowances = allowances;
    this.#now = now;
    this.#sweptAt = now();
  }

  /** Takes the cost from each scope of an allowance; returns false, and takes nothing, if one has too little left. */
  take(name: AllowanceName, counted: LimitKeys, cost = 1): boolean {
    return this.wait(name, counted, cost) === 0;
  }

  /** Like `take`, but returns the seconds until it can be taken; 0 if it was. */
  wait(name: AllowanceName, counted: LimitKeys, cost = 1): number {
    const now = this.#now();
    this.#sweep(now);
    const buckets = this.#of(name, counted, now);
    const seconds = Math.max(0, ...buckets.map((bucket) => bucket.wait(cost, now)));
    if (seconds === 0) for (const bucket of buckets) bucket.take(cost, now);
    return seconds;
  }

  /** The seconds until the cost could be taken; takes nothing. */
  peek(name: AllowanceName, counted: LimitKeys, cost = 1): number {
    const now = this.#now();
    return Math.max(0, ...this.#of(name, counted, now).map((bucket) => bucket.wait(cost, now)));
  }

  /** Returns what was taken for something that turned out to cost nothing. */
  giveBack(name: AllowanceName, counted: LimitKeys, cost = 1): void {
    for (const bucket of this.#of(name, counted, this.#now())) bucket.giveBack(cost);
  }

  #of(name: AllowanceName, counted: LimitKeys, now: number): TokenBucket[] {
    const allowance = this.#allowances[name];
    const forAll = counted.browser === undefined ? '' : undefined;
    return ALLOWANCE_SCOPES.flatMap((scope) => {
      const pace = allowance[scope];
      const key = scope === 'all' ? forAll : counted[scope];
      if (!pace || key === undefined) return [];
      const known = this.#known(`${name} ${scope}`);
      let bucket = known.get(key);
      if (!bucket) {
        bucket = new TokenBucket(pace, now);
        known.set(key, bucket);
        const [oldest] = known.keys();
        if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
      }
      return [bucket];
    });
  }

  #known(of: string): Map<string, TokenBucket> {
    let known = this.#buckets.get(of);
    if (!known) {
      known = new Map();
      this.#buckets.set(of, known);
    }
    return known;
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < SWEEP_EVERY) return;
    this.#sweptAt = now;
    for (const known of this.#buckets.values())
      for (const [key, bucket] of known) if (bucket.isFull(now)) known.delete(key);
  }
}
