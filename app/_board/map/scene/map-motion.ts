import type { FrontBox, FrontLayout } from '#domain/front/front-box.ts';
import type { Point } from '#domain/layout/map-geometry.ts';

const DURATION = 200;

/** Boxes moving from one layout to the next. */
export class MapMotion {
  readonly #from: ReadonlyMap<string, Point>;
  readonly #start: number;
  #part = 0;

  /** Starts from the places before, shifted by as much as the view moved to keep its anchor in place. */
  constructor(from: ReadonlyMap<string, Point>, start: number) {
    this.#from = from;
    this.#start = start;
  }

  /** Advances to this time. Returns true when everything has arrived. */
  advance(now: number): boolean {
    const t = Math.min(1, Math.max(0, (now - this.#start) / DURATION));
    this.#part = 1 - (1 - t) ** 3;
    return t >= 1;
  }

  place(box: FrontBox): Point {
    const from = this.#from.get(box.id);
    if (!from) return box;
    return { x: from.x + (box.x - from.x) * this.#part, y: from.y + (box.y - from.y) * this.#part };
  }
}

/** Start positions of boxes that move to the next layout. */
export function departures(
  boxes: Iterable<FrontBox>,
  before: FrontLayout,
  placeNow: (box: FrontBox) => Point,
  shift: Point,
): Map<string, Point> {
  const from = new Map<string, Point>();
  for (const box of boxes) {
    const old = before.byId.get(box.id);
    if (!old) continue;
    const place = placeNow(old);
    const moved = { x: place.x + shift.x, y: place.y + shift.y };
    if (moved.x !== box.x || moved.y !== box.y) from.set(box.id, moved);
  }
  return from;
}
