import type { AllowanceName } from './allowances.ts';
import type { Limiter } from './limiter.ts';
import { countedFor } from './sender.ts';

/** For pages and routes: takes of an allowance for the request that is under way. */
export class CurrentLimits {
  readonly #limiter: Limiter;
  readonly #address: () => string;

  /** `address`: where the request under way comes from. */
  constructor(limiter: Limiter, address: () => string) {
    this.#limiter = limiter;
    this.#address = address;
  }

  /** Whether a person (null: a reader) may have so much of an allowance now, in a debate where that counts; if so, it is taken. */
  take(name: AllowanceName, person: string | null, cost = 1, debate?: string): boolean {
    const counted = countedFor({ person, address: this.#address() });
    return this.#limiter.take(name, debate === undefined ? counted : { ...counted, debate }, cost);
  }
}
