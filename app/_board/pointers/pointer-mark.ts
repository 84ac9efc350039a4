import type { Point } from '../../../domain/layout/map-geometry.ts';
import styles from './pointers.module.css';

/** Milliseconds after its last move in which a pointer says whose it is, and after which it fades. */
const NAMED_FOR = 1_200;
const SEEN_FOR = 8_000;
/** Milliseconds in which most of a way is gone. */
const GLIDE = 70;
/** Pixels of the map nearer than which it has arrived. */
const THERE = 0.4;

/** The arrow, a path in a square of 20. */
const ARROW = 'M3 2.2 16.4 9.6 10.2 11.2 7.2 17Z';

/** Somebody's pointer as an element over the map. It glides, in the map's pixels, to where they point. */
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

  /** They pointed somewhere at this time. */
  note(name: string, moved: number): void {
    if (this.#name.textContent !== name) this.#name.textContent = name;
    this.element.dataset.person = name;
    this.#moved = moved;
    this.age(moved);
  }

  /** Says no longer whose it is, and fades, when it has been still. */
  age(now: number): void {
    const still = now - this.#moved;
    this.element.toggleAttribute('data-still', still >= NAMED_FOR);
    this.element.toggleAttribute('data-faded', still >= SEEN_FOR);
  }

  /** Goes on towards a point for so many milliseconds, or jumps there; true when it has arrived. */
  advance(to: Point, passed: number, jump: boolean): boolean {
    const from = this.#at ?? to;
    const part = 1 - Math.exp(-passed / GLIDE);
    const next = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    const there = jump || Math.hypot(to.x - next.x, to.y - next.y) < THERE;
    this.#at = there ? to : next;
    return there;
  }

  /** Stands where it is now, as the view shows it. */
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
