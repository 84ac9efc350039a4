import { Listeners } from '#app/_ui/listeners.ts';

/** The hovered and the focused box, kept out of React, so that only the cards concerned render. */
export class Attention {
  #hovered: string | null = null;
  #focused: string | null = null;
  readonly #listeners = new Listeners();

  readonly subscribe = this.#listeners.subscribe;

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
    this.#listeners.notify();
  }

  focus(id: string | null): void {
    if (id === this.#focused) return;
    this.#focused = id;
    this.#listeners.notify();
  }
}

/** Returns the id of the box in which an event happened; `null` for the ground. */
export function boxIdAt(target: EventTarget | null): string | null {
  const box = target instanceof Element ? target.closest<HTMLElement>('[data-box]') : null;
  return box?.dataset.box ?? null;
}
