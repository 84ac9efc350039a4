import { boundsOf, MAP_GEOMETRY, type Point, type Rect } from './map-geometry.ts';
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
  return indexRects(boxes, (box) => box);
}

/** Boxes by where their link to their parent runs, which may be far from both. */
export function indexLinks({ boxes, byId }: MapLayout): SpatialIndex {
  const linked = boxes.filter((box) => box.parent !== null);
  return indexRects(linked, (box) => {
    const parent = byId.get(box.parent ?? '') ?? box;
    if (box.hangs && box.undercuts === null) return besideOf(box);
    const above = { x: parent.x + parent.width, y: parent.y, width: 0, height: parent.height };
    const here = { x: box.x, y: box.y, width: 0, height: box.height };
    return boundsOf(box.undercuts === null ? [above, here] : [parent, here]);
  });
}

/** Where the link of a box runs that hangs from a rail. */
function besideOf({ x, y, height }: MapBox): Rect {
  const { railReach, railTurn } = MAP_GEOMETRY;
  return { x: x - railReach, y: y + height / 2 - railTurn, width: railReach, height: railTurn };
}

/** Edges side by side in memory: comparing ten thousand takes a small part of a millisecond, and a change costs no more. */
function indexRects(boxes: readonly MapBox[], rectOf: (box: MapBox) => Rect): SpatialIndex {
  const edges = new Float64Array(boxes.length * 4);
  boxes.forEach((box, index) => {
    const { x, y, width, height } = rectOf(box);
    const at = index * 4;
    edges[at] = x;
    edges[at + 1] = y;
    edges[at + 2] = x + width;
    edges[at + 3] = y + height;
  });
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
