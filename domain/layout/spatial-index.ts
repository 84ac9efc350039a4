import type { Point, Rect } from './map-geometry.ts';
import type { PlacedBox, PlacedMap } from './placed-map.ts';

/** Finds boxes by position, among thousands. */
export interface SpatialIndex<Box extends PlacedBox = PlacedBox> {
  /** Those that touch a rectangle, in reading order. */
  within(rect: Rect): Box[];
  /** The one at a point. */
  at(point: Point): Box | undefined;
  nearest(point: Point): Box | undefined;
}

/** Indexes boxes by their position. */
export function indexBoxes<Box extends PlacedBox>(boxes: readonly Box[]): SpatialIndex<Box> {
  const edges = new Edges(boxes.length);
  for (const { x, y, width, height } of boxes) edges.add(x, y, x + width, y + height);
  return indexEdges(boxes, edges.all);
}

/** Indexes boxes by where the link to their parent runs, which may be far from both. */
export function indexLinks<Box extends PlacedBox>({ boxes, byId }: PlacedMap<Box>): SpatialIndex<Box> {
  const linked = boxes.filter((box) => box.parent !== null);
  const edges = new Edges(linked.length);
  for (const box of linked) {
    const { x, y, height, undercuts } = box;
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

/** Edges in contiguous memory: comparing ten thousand takes a small part of a millisecond, and a change costs no more. */
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

function indexEdges<Box extends PlacedBox>(boxes: readonly Box[], edges: Float64Array): SpatialIndex<Box> {
  const edge = (at: number) => edges[at] ?? Number.NaN;
  const within = ({ x, y, width, height }: Rect) => {
    const found: Box[] = [];
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
    let [found, least]: [Box | undefined, number] = [undefined, Infinity];
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
