import type { FrontBox, FrontLayout } from '#domain/front/front-box.ts';
import type { Point } from '#domain/layout/map-geometry.ts';

/** Maximum number of new elements in one frame. */
const NEW_EACH_FRAME = 12;

/** The elements that show boxes, and the boxes that are to have one. */
export class CardElements {
  readonly #elements = new Map<string, HTMLElement>();
  #held: ReadonlySet<string> = new Set();

  /** Registers an element for this box. Returns a function that removes it. */
  add(id: string, element: HTMLElement): () => void {
    this.#elements.set(id, element);
    return () => {
      if (this.#elements.get(id) === element) this.#elements.delete(id);
    };
  }

  get(id: string): HTMLElement | undefined {
    return this.#elements.get(id);
  }

  /** Sets the boxes that are elements wherever they are: the focused card, a composer. */
  hold(ids: ReadonlySet<string>): void {
    this.#held = ids;
  }

  /** Moves every element to the present place of its box. */
  put(layout: FrontLayout, placeOf: (box: FrontBox) => Point): void {
    for (const [id, element] of this.#elements) {
      const box = layout.byId.get(id);
      if (box) putElement(element, placeOf(box));
    }
  }

  /**
   * Chooses the boxes to show as elements, in reading order: those near the view, a few new ones per frame, and those held. `all` is
   * false while more are to come.
   */
  choose(
    layout: FrontLayout,
    near: readonly FrontBox[],
  ): { readonly shown: string[]; readonly all: boolean } {
    const ids = new Set<string>();
    let left = NEW_EACH_FRAME;
    for (const { id } of near) {
      const known = this.#elements.has(id);
      if (!known) left -= 1;
      if (known || left >= 0) ids.add(id);
    }
    for (const id of this.#held) ids.add(id);
    const shown = [...ids]
      .flatMap((id) => layout.byId.get(id) ?? [])
      .sort((a, b) => a.order - b.order)
      .map(({ id }) => id);
    return { shown, all: left >= 0 };
  }
}

export function putElement(element: HTMLElement, { x, y }: Point): void {
  element.style.transform = `translate(${x}px, ${y}px)`;
}
