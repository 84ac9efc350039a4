interface UnderWay<T> {
  /** Kept when the next reading may begin. */
  readonly over: Promise<unknown>;
  next: Promise<T> | null;
}

/**
 * Readings that many ask for at once. One that is under way is not new enough for those who ask meanwhile: they share the
 * next. So a lecture hall that opens a debate makes few readings, and not one a person.
 */
export class SharedReadings<T> {
  readonly #read: (key: string) => Promise<T>;
  readonly #restAfter: (read: T) => number;
  readonly #underWay = new Map<string, UnderWay<T>>();

  /** `restAfter`: milliseconds after a reading for which the next of the same key waits for more who ask. */
  constructor(read: (key: string) => Promise<T>, restAfter: (read: T) => number = () => 0) {
    this.#read = read;
    this.#restAfter = restAfter;
  }

  /** What a reading finds that begins after this was asked for. */
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
