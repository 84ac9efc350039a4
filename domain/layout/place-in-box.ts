import type { Point, Rect } from './map-geometry.ts';

/** A point relative to a box: fractions across and down it, and the distance beside it, in the map's pixels. */
export interface PlaceInBox {
  readonly across: number;
  readonly down: number;
  readonly dx: number;
  readonly dy: number;
}

/** A point relative to a box it is in or beside. */
export function placeInBox({ x, y }: Point, box: Rect): PlaceInBox {
  const inside = { x: clamp(x, box.x, box.width), y: clamp(y, box.y, box.height) };
  return {
    across: box.width === 0 ? 0 : round((inside.x - box.x) / box.width, 1_000),
    down: box.height === 0 ? 0 : round((inside.y - box.y) / box.height, 1_000),
    dx: round(x - inside.x, 1),
    dy: round(y - inside.y, 1),
  };
}

/** The point of a place, with the box's current position. */
export function pointOf({ across, down, dx, dy }: PlaceInBox, box: Rect): Point {
  return { x: box.x + across * box.width + dx, y: box.y + down * box.height + dy };
}

function clamp(value: number, start: number, size: number): number {
  return Math.min(start + size, Math.max(start, value));
}

function round(value: number, steps: number): number {
  return Math.round(value * steps) / steps;
}
