import Flatbush from 'flatbush';
import { boundsOf, MAP_GEOMETRY, type Point, type Rect } from './map-geometry.ts';
import type { MapBox, MapLayout } from './map-layout.ts';

/** Finds boxes by place, among thousands at once. */
export interface SpatialIndex {
  /** Those that touch a rectangle, in reading order. */
  within(rect: Rect): MapBox[];
  /** The one at a point. */
  at(point: Point): MapBox | undefined;
  nearest(point: Point): MapBox | undefined;
}

const NOTHING: SpatialIndex = { within: () => [], at: () => undefined, nearest: () => undefined };

export function indexBoxes(boxes: readonly MapBox[]): SpatialIndex {
  return indexRects(boxes, boxes);
}

/** Boxes by where their link to their parent runs, which may be far from both. */
export function indexLinks({ boxes, byId }: MapLayout): SpatialIndex {
  const linked = boxes.filter((box) => box.parent !== null);
  return indexRects(
    linked,
    linked.map((box) => {
      const parent = byId.get(box.parent ?? '') ?? box;
      if (box.hangs && box.undercuts === null) return besideOf(box);
      const above = { x: parent.x + parent.width, y: parent.y, width: 0, height: parent.height };
      const here = { x: box.x, y: box.y, width: 0, height: box.height };
      return boundsOf(box.undercuts === null ? [above, here] : [parent, here]);
    }),
  );
}

/** Where the link of a box runs that hangs from a rail. */
function besideOf({ x, y, height }: MapBox): Rect {
  const { railReach, railTurn } = MAP_GEOMETRY;
  return { x: x - railReach, y: y + height / 2 - railTurn, width: railReach, height: railTurn };
}

function indexRects(boxes: readonly MapBox[], rects: readonly Rect[]): SpatialIndex {
  if (boxes.length === 0) return NOTHING;
  const index = new Flatbush(boxes.length);
  for (const { x, y, width, height } of rects) index.add(x, y, x + width, y + height);
  index.finish();
  const within = ({ x, y, width, height }: Rect) =>
    index
      .search(x, y, x + width, y + height)
      .sort((a, b) => a - b)
      .flatMap((found) => boxes[found] ?? []);
  return {
    within,
    at: ({ x, y }) => within({ x, y, width: 0, height: 0 })[0],
    nearest: ({ x, y }) => boxes[index.neighbors(x, y, 1)[0] ?? -1],
  };
}
