/**
 * Values by id, kept up to a total size; the ones used least recently go first. A value larger than the total isn't kept: all others would
 * make room for it.
 */
export class RecentlyUsed<Value extends { readonly size: number }> {
  readonly #total: number;
  /** The last used is last. */
  readonly #values = new Map<string, Value>();
  #size = 0;

  constructor(total: number) {
    this.#total = total;
  }

  /** Returns a value, which is now the last used. */
  use(id: string): Value | undefined {
    const value = this.#values.get(id);
    if (value === undefined) return undefined;
    this.#values.delete(id);
    this.#values.set(id, value);
    return value;
  }

  /** Keeps a value in place of the one with its id. */
  keep(id: string, value: Value): void {
    this.delete(id);
    if (value.size > this.#total) return;
    this.#values.set(id, value);
    this.#size += value.size;
    for (const oldest of this.#values.keys()) {
      if (this.#size <= this.#total) return;
      this.delete(oldest);
    }
  }

  delete(id: string): void {
    this.#size -= this.#values.get(id)?.size ?? 0;
    this.#values.delete(id);
  }
}
