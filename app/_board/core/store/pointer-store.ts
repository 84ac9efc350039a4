import { Listeners } from '#app/_ui/listeners.ts';
import type { Pointer } from '#domain/protocol/pointer-messages.ts';

/** A connection's pointer and view, and the time (`performance.now`) when they were received. */
export interface Pointed extends Pointer {
  /** `null`: it was so when the page opened. */
  readonly receivedAt: number | null;
}

/** Other people's pointers and views now. Separate from the board's state: nothing renders with it. */
export class PointerStore {
  readonly #byConnection = new Map<string, Pointed>();
  readonly #listeners = new Listeners();

  readonly subscribe = this.#listeners.subscribe;

  all(): Iterable<Pointed> {
    return this.#byConnection.values();
  }

  of(connection: string): Pointed | undefined {
    return this.#byConnection.get(connection);
  }

  apply(moved: readonly Pointer[]): void {
    const receivedAt = performance.now();
    for (const pointer of moved) this.#byConnection.set(pointer.connection, { ...pointer, receivedAt });
    this.#listeners.notify();
  }

  /** Starts again from these pointers. */
  restart(pointers: readonly Pointer[]): void {
    this.#byConnection.clear();
    for (const pointer of pointers)
      this.#byConnection.set(pointer.connection, { ...pointer, receivedAt: null });
    this.#listeners.notify();
  }

  /** Forgets connections that are no longer present. */
  keep(present: ReadonlyMap<string, unknown>): void {
    const gone = [...this.#byConnection.keys()].filter((connection) => !present.has(connection));
    for (const connection of gone) this.#byConnection.delete(connection);
    if (gone.length > 0) this.#listeners.notify();
  }

  clear(): void {
    if (this.#byConnection.size === 0) return;
    this.#byConnection.clear();
    this.#listeners.notify();
  }
}
