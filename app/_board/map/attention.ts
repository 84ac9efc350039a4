/** The hovered and the focused box, kept out of React, so that only the cards concerned render. */
export class Attention {
  #hovered: string | null = null;
  #focused: string | null = null;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  has(id: string): boolean {
    return id === this.#hovered || id === this.#focused;
  }

  get hovered(): string | null {
    return this.#hovered;
  }

  get focused(): string | null {
    return this.#focused;
  }

  hover(id: string | null): void {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#notify();
  }

  focus(id: string | null): void {
    if (id === this.#focused) return;
    this.#focused = id;
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Returns the id of the box in which an event happened; `null` for the ground. */
export function boxIdAt(target: EventTarget | null): string | null {
  const box = target instanceof Element ? target.closest<HTMLElement>('[data-box]') : null;
  return box?.dataset.box ?? null;
}
