import { MAP_GEOMETRY, type Point, type Rect } from './map-geometry.ts';
import type { MapLayout } from './map-layout.ts';
import type { MapBox } from './place-boxes.ts';

/** Finds boxes by place, among thousands at once. */
export interface SpatialIndex {
  /** Those that touch a rectangle, in reading order. */
  within(rect: Rect): MapBox[];
  /** The one at a point. */
  at(point: Point): MapBox | undefined;
  nearest(point: Point): MapBox | undefined;
}

/** Boxes by where they stand. */
export function indexBoxes(boxes: readonly MapBox[]): SpatialIndex {
  const edges = new Edges(boxes.length);
  for (const { x, y, width, height } of boxes) edges.add(x, y, x + width, y + height);
  return indexEdges(boxes, edges.all);
}

/** Boxes by where their link to their parent runs, which may be far from both. */
export function indexLinks({ boxes, byId }: MapLayout): SpatialIndex {
  const linked = boxes.filter((box) => box.parent !== null);
  const edges = new Edges(linked.length);
  const { railReach, railTurn } = MAP_GEOMETRY;
  for (const box of linked) {
    const { x, y, height, undercuts, hangs } = box;
    if (hangs && undercuts === null) {
      edges.add(x - railReach, y + height / 2 - railTurn, x, y + height / 2);
      continue;
    }
    // From the parent's further edge, or from anywhere on it where another link of it is attacked, to the nearer one.
    const parent = byId.get(box.parent ?? '') ?? box;
    const end = parent.x + parent.width;
    edges.add(
      Math.min(undercuts === null ? end : parent.x, x),
      Math.min(parent.y, y),
      Math.max(end, x),
      Math.max(parent.y + parent.height, y + height),
    );
  }
  return indexEdges(linked, edges.all);
}

/** Edges side by side in memory: comparing ten thousand takes a small part of a millisecond, and a change costs no more. */
class Edges {
  readonly all: Float64Array;
  #at = 0;

  constructor(count: number) {
    this.all = new Float64Array(count * 4);
  }

  add(left: number, top: number, right: number, bottom: number): void {
    const at = this.#at;
    this.all[at] = left;
    this.all[at + 1] = top;
    this.all[at + 2] = right;
    this.all[at + 3] = bottom;
    this.#at = at + 4;
  }
}

function indexEdges(boxes: readonly MapBox[], edges: Float64Array): SpatialIndex {
  const edge = (at: number) => edges[at] ?? Number.NaN;
  const within = ({ x, y, width, height }: Rect) => {
    const found: MapBox[] = [];
    boxes.forEach((box, at) => {
      const apart =
        edge(at * 4) > x + width ||
        edge(at * 4 + 1) > y + height ||
        edge(at * 4 + 2) < x ||
        edge(at * 4 + 3) < y;
      if (!apart) found.push(box);
    });
    return found;
  };
  const nearest = ({ x, y }: Point) => {
    let [found, least]: [MapBox | undefined, number] = [undefined, Infinity];
    boxes.forEach((box, at) => {
      const across = Math.max(edge(at * 4) - x, 0, x - edge(at * 4 + 2));
      const down = Math.max(edge(at * 4 + 1) - y, 0, y - edge(at * 4 + 3));
      const distance = across * across + down * down;
      if (distance < least) [found, least] = [box, distance];
    });
    return found;
  };
  return { within, at: ({ x, y }) => within({ x, y, width: 0, height: 0 })[0], nearest };
}
