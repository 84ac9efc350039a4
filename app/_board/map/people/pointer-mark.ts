import type { Point } from '#domain/layout/map-geometry.ts';
import styles from './pointers.module.css';

/** Milliseconds after its last move for which a pointer shows its name, and after which it fades. */
const NAMED_FOR = 1_200;
const SEEN_FOR = 8_000;
/** Milliseconds in which most of a distance is covered. */
const GLIDE = 70;
/** Distance, in map pixels, below which it has arrived. */
const THERE = 0.4;

/** The arrow, a path in a square of 20. */
const ARROW = 'M3 2.2 16.4 9.6 10.2 11.2 7.2 17Z';

/** A person's pointer as an element over the map. It glides, in map pixels, to where they point. */
export class PointerMark {
  readonly element = document.createElement('div');
  readonly #name = document.createElement('span');
  #at: Point | null = null;
  #moved = 0;

  constructor(hue: string | undefined) {
    this.element.className = styles.pointer ?? '';
    this.element.style.setProperty('--hue', `var(--hue-${hue ?? 'slate'})`);
    this.#name.className = styles.name ?? '';
    this.#name.dir = 'auto';
    this.element.append(arrow(), this.#name);
  }

  /** Records the person's name and the time of the last move. */
  note(name: string, moved: number): void {
    if (this.#name.textContent !== name) this.#name.textContent = name;
    this.element.dataset.person = name;
    this.#moved = moved;
    this.age(moved);
  }

  /** Hides the name, and fades, when it has been still. */
  age(now: number): void {
    const still = now - this.#moved;
    this.element.toggleAttribute('data-still', still >= NAMED_FOR);
    this.element.toggleAttribute('data-faded', still >= SEEN_FOR);
  }

  /** Moves towards a point for so many milliseconds, or jumps there. Returns true on arrival. */
  advance(to: Point, passed: number, jump: boolean): boolean {
    const from = this.#at ?? to;
    const part = 1 - Math.exp(-passed / GLIDE);
    const next = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    const there = jump || Math.hypot(to.x - next.x, to.y - next.y) < THERE;
    this.#at = there ? to : next;
    return there;
  }

  /** Places the element at the pointer's present place in the view. */
  stand(toScreen: (point: Point) => Point): void {
    if (this.#at === null) return;
    const { x, y } = toScreen(this.#at);
    this.element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
  }
}

function arrow(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ARROW);
  svg.append(path);
  return svg;
}
