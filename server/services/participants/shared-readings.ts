interface UnderWay<T> {
  /** Resolves when the next reading may begin. */
  readonly over: Promise<unknown>;
  next: Promise<T> | null;
}

/**
 * Coalesces concurrent readings of a key. A running reading may be stale for later callers, so they share the next one. A lecture hall that
 * opens a debate then causes a few readings instead of one per person.
 */
export class SharedReadings<T> {
  readonly #read: (key: string) => Promise<T>;
  readonly #restAfter: (read: T) => number;
  readonly #underWay = new Map<string, UnderWay<T>>();

  /** `restAfter`: milliseconds that the next reading of a key waits for more callers. */
  constructor(read: (key: string) => Promise<T>, restAfter: (read: T) => number = () => 0) {
    this.#read = read;
    this.#restAfter = restAfter;
  }

  /** The result of a reading that begins after this call. */
  of(key: string): Promise<T> {
    const underWay = this.#underWay.get(key);
    if (!underWay) return this.#begin(key);
    underWay.next ??= underWay.over.then(() => this.#begin(key));
    return underWay.next;
  }

  #begin(key: string): Promise<T> {
    const reading = this.#read(key);
    const over = reading.then(
      (read) => pause(this.#restAfter(read)),
      () => undefined,
    );
    const underWay: UnderWay<T> = { over, next: null };
    this.#underWay.set(key, underWay);
    void over.then(() => {
      if (underWay.next === null) this.#underWay.delete(key);
    });
    return reading;
  }
}

function pause(milliseconds: number): Promise<void> | undefined {
  return milliseconds > 0 ? new Promise((resolve) => setTimeout(resolve, milliseconds)) : undefined;
}
