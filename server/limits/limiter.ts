import {
  ALLOWANCE_SCOPES,
  ALLOWANCES,
  type Allowance,
  type AllowanceName,
  type AllowanceScope,
} from './allowances.ts';
import { type Pace, TokenBucket } from './token-bucket.ts';

/**
 * The key of each scope that something is counted for; a scope that is left out is not counted. `all` is always counted, except for a known
 * browser: strangers who use up the server's total must not lock its owner out.
 */
export type LimitKeys = Partial<Readonly<Record<Exclude<AllowanceScope, 'all'>, string>>>;

/** The buckets of one scope of an allowance, by what is counted. */
interface CountedScope {
  readonly scope: AllowanceScope;
  readonly pace: Pace;
  readonly buckets: Map<string, TokenBucket>;
}

/** Milliseconds between two removals of unused buckets. */
const SWEEP_EVERY = 60_000;
/** Maximum buckets of one scope of one allowance; the oldest is removed first. */
const REMEMBERED = 50_000;

/**
 * Counts the use of every allowance, on this server. All rate limiting happens here; what is counted, and the limits, are in
 * `allowances.ts`.
 */
export class Limiter {
  readonly #scopes: Readonly<Record<AllowanceName, readonly CountedScope[]>>;
  readonly #now: () => number;
  readonly #missed: (seconds: number) => void;
  #sweptAt: number;

  /** `now`: milliseconds of a monotonic clock; `missed` gets the seconds to wait whenever too little is left. */
  constructor(
    allowances: Readonly<Record<AllowanceName, Allowance>> = ALLOWANCES,
    now = () => performance.now(),
    missed: (seconds: number) => void = () => {},
  ) {
    this.#scopes = Object.fromEntries(
      Object.entries(allowances).map(([name, allowance]) => [name, scopesOf(allowance)]),
    ) as Record<AllowanceName, CountedScope[]>;
    this.#now = now;
    this.#missed = missed;
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
    const seconds = longestWait(buckets, cost, now);
    if (seconds === 0) for (const bucket of buckets) bucket.take(cost, now);
    else this.#missed(seconds);
    return seconds;
  }

  /** The seconds until the cost could be taken; takes nothing. */
  peek(name: AllowanceName, counted: LimitKeys, cost = 1): number {
    const now = this.#now();
    return longestWait(this.#of(name, counted, now), cost, now);
  }

  /** Returns what was taken for something that turned out to cost nothing. */
  giveBack(name: AllowanceName, counted: LimitKeys, cost = 1): void {
    for (const bucket of this.#of(name, counted, this.#now())) bucket.giveBack(cost);
  }

  #of(name: AllowanceName, counted: LimitKeys, now: number): TokenBucket[] {
    const found: TokenBucket[] = [];
    for (const { scope, pace, buckets } of this.#scopes[name]) {
      const key = scope === 'all' ? keyOfAll(counted) : counted[scope];
      if (key !== undefined) found.push(bucketOf(buckets, key, pace, now));
    }
    return found;
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < SWEEP_EVERY) return;
    this.#sweptAt = now;
    for (const scopes of Object.values(this.#scopes))
      for (const { buckets } of scopes)
        for (const [key, bucket] of buckets) if (bucket.isFull(now)) buckets.delete(key);
  }
}

function scopesOf(allowance: Allowance): CountedScope[] {
  return ALLOWANCE_SCOPES.flatMap((scope) => {
    const pace = allowance[scope];
    return pace ? [{ scope, pace, buckets: new Map() }] : [];
  });
}

/** See `LimitKeys`. */
function keyOfAll({ browser }: LimitKeys): string | undefined {
  return browser === undefined ? '' : undefined;
}

function bucketOf(buckets: Map<string, TokenBucket>, key: string, pace: Pace, now: number): TokenBucket {
  const known = buckets.get(key);
  if (known) return known;
  const bucket = new TokenBucket(pace, now);
  buckets.set(key, bucket);
  const [oldest] = buckets.keys();
  if (buckets.size > REMEMBERED && oldest !== undefined) buckets.delete(oldest);
  return bucket;
}

function longestWait(buckets: readonly TokenBucket[], cost: number, now: number): number {
  let longest = 0;
  for (const bucket of buckets) longest = Math.max(longest, bucket.wait(cost, now));
  return longest;
}
