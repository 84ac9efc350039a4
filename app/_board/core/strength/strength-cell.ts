import { Listeners } from '#app/_ui/listeners.ts';
import type { DebateStrengths } from '#domain/analysis/strength/debate-strengths.ts';
import { shownStrength } from '#domain/analysis/strength/shown-strength.ts';

/** The strengths on screen: read by each card, and set by the calculation, which is loaded later. */
export class StrengthCell {
  #now: DebateStrengths | null = null;
  readonly #listeners = new Listeners();

  readonly subscribe = this.#listeners.subscribe;

  readonly read = (): DebateStrengths | null => this.#now;

  /** The strength of a claim or position; undefined: not calculated yet, or not shown. */
  of(id: string): number | undefined {
    return this.#now ? shownStrength(this.#now, id) : undefined;
  }

  /** True if a claim or position counts in the strengths, shown or not. */
  counts(id: string): boolean {
    return this.#now?.compiled.placeOf.has(id) ?? false;
  }

  set(strengths: DebateStrengths): void {
    this.#now = strengths;
    this.#listeners.notify();
  }
}
