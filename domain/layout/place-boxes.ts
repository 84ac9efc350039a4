import { middleOfParent, type SubtreeBlock } from './block.ts';
import { extentOf } from './contour.ts';
import { leftOf, MAP_GEOMETRY } from './map-geometry.ts';
import { type MapNode, type MapNodeKind, MOTION_ID } from './map-tree.ts';
import type { PlacedBox } from './placed-map.ts';

/** A node with its place on the map. */
export interface MapBox extends PlacedBox {
  readonly kind: MapNodeKind;
  /** Ids of the last child in each of the columns that hang from its rail; empty where its children hang from none. */
  readonly rail: readonly string[];
  /** True if it is in such a column. */
  readonly hangs: boolean;
}

/** A block at its position on the map. */
interface Standing {
  readonly block: SubtreeBlock;
  readonly above: Standing | null;
  readonly lane: string | null;
  readonly place: number;
  readonly depth: number;
  readonly column: number;
  readonly y: number;
}

/**
 * Places lanes one below another and the motion in the middle of its positions, or not far below the first if these are far apart; boxes in
 * reading order.
 */
export function placeBoxes(lanes: readonly SubtreeBlock[], motionHeight: number): MapBox[] {
  const open: Standing[] = [standingMotion(lanes, motionHeight)];
  const boxes: MapBox[] = [];
  for (let next = open.pop(); next; next = open.pop()) {
    boxes.push(boxOf(next, boxes.length));
    const { children } = next.block;
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at];
      if (child) open.push(standingUnder(next, child, at + 1));
    }
  }
  return boxes;
}

/** The motion as the root of one more block: its positions' lanes. */
function standingMotion(lanes: readonly SubtreeBlock[], height: number): Standing {
  let end = 0;
  const tops = lanes.map(({ contour }) => {
    const { top, bottom } = extentOf(contour);
    const y = end - top;
    end += bottom - top + MAP_GEOMETRY.laneGap;
    return y;
  });
  const middle = (at: number) => (tops.at(at) ?? 0) + (lanes.at(at)?.height ?? 0) / 2;
  const y = Math.round(middleOfParent(middle(0), middle(-1)) - height / 2);
  const block: SubtreeBlock = {
    node: MOTION,
    height,
    children: lanes.map((lane, at) => ({ block: lane, right: 1, down: (tops[at] ?? 0) - y })),
    columns: [lanes.length],
    hung: false,
    contour: { tops: [], bottoms: [] },
    tallest: Infinity,
  };
  return { block, above: null, lane: null, place: 1, depth: 0, column: 0, y };
}

const MOTION: MapNode = {
  id: MOTION_ID,
  kind: 'motion',
  hue: null,
  link: null,
  relation: null,
  undercuts: null,
  folded: 0,
};

function standingUnder(
  above: Standing,
  { block, right, down }: SubtreeBlock['children'][number],
  place: number,
): Standing {
  return {
    block,
    above,
    lane: above.lane ?? block.node.id,
    place,
    depth: above.depth + 1,
    column: above.column + right,
    y: above.y + down,
  };
}

function boxOf({ block, above, lane, place, depth, column, y }: Standing, order: number): MapBox {
  const { node, height, children, hung } = block;
  return {
    ...node,
    order,
    depth,
    place,
    x: leftOf(column),
    y,
    width: widthOf(node.kind),
    height,
    lane,
    parent: above?.block.node.id ?? null,
    children: children.map((child) => child.block.node.id),
    rail: hung ? lastInColumns(block) : [],
    hangs: above?.block.hung === true,
    siblings: above?.block.children.length ?? 1,
  };
}

function lastInColumns({ children, columns }: SubtreeBlock): string[] {
  let end = 0;
  return columns.flatMap((count) => {
    end += count;
    return children[end - 1]?.block.node.id ?? [];
  });
}

/** The width of a node on the map. */
export function widthOf(kind: MapNodeKind): number {
  if (kind === 'motion') return MAP_GEOMETRY.motionWidth;
  return kind === 'position' ? MAP_GEOMETRY.positionWidth : MAP_GEOMETRY.claimWidth;
}
