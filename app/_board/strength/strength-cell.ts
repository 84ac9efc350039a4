import type { DebateStrengths } from '../../../domain/analysis/debate-strengths.ts';

/** The strengths as they are on screen: read by each card, and set by what reckons them, which is fetched later. */
export class StrengthCell {
  #now: DebateStrengths | null = null;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): DebateStrengths | null => this.#now;

  /** The strength of a claim or position; undefined: not reckoned yet, or it counts for nothing. */
  of(id: string): number | undefined {
    const place = this.#now?.compiled.placeOf.get(id);
    return place === undefined ? undefined : this.#now?.strengths.values[place];
  }

  set(strengths: DebateStrengths): void {
    this.#now = strengths;
    for (const listener of this.#listeners) listener();
  }
}
