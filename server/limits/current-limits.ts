import type { AllowanceName } from './allowances.ts';
import type { Limiter } from './limiter.ts';
import { countedFor } from './sender.ts';

/** For pages and routes: takes from an allowance for the current request. */
export class CurrentLimits {
  readonly #limiter: Limiter;
  readonly #address: () => string;

  /** `address`: the current request's network address. */
  constructor(limiter: Limiter, address: () => string) {
    this.#limiter = limiter;
    this.#address = address;
  }

  /**
   * Takes from an allowance for a person (`null`: a reader), in a debate if the allowance counts by debate; returns false if too little is
   * left.
   */
  take(name: AllowanceName, person: string | null, cost = 1, debate?: string): boolean {
    const counted = countedFor({ person, address: this.#address() });
    return this.#limiter.take(name, debate === undefined ? counted : { ...counted, debate }, cost);
  }
}
