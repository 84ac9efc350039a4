import type { DebateState } from '../debate/state.ts';
import { boundsOf, columnOf, MAP_GEOMETRY, type Rect } from './map-geometry.ts';
import { type Ghost, type MapNode, type MapNodeKind, mapTree } from './map-tree.ts';
import { stackLane } from './stack-lane.ts';

/** The height a node needs at its column's width. */
export type Measure = (id: string, kind: MapNodeKind) => number;

/** A node with its place on the map. */
export interface MapBox extends Rect, Omit<MapNode, 'parent' | 'children'> {
  /** The id of what it stands under. */
  readonly parent: string | null;
  /** Ids of what stands under it, in order. */
  readonly children: readonly string[];
  /** Its place in reading order, from 0. */
  readonly order: number;
  /** How many stand under its parent, itself included. */
  readonly siblings: number;
}

export interface MapLayout {
  /** In reading order: parents before children, siblings in order. */
  readonly boxes: readonly MapBox[];
  readonly byId: ReadonlyMap<string, MapBox>;
  /** Boxes by the link that gives them their place. */
  readonly byLink: ReadonlyMap<string, MapBox>;
  readonly bounds: Rect;
}

export const EMPTY_LAYOUT: MapLayout = {
  boxes: [],
  byId: new Map(),
  byLink: new Map(),
  bounds: boundsOf([]),
};

export interface MapLayoutOptions {
  readonly measure: Measure;
  readonly collapsed?: ReadonlySet<string>;
  readonly ghost?: Ghost | null;
}

/**
 * The map of a debate, left to right: the motion, its positions, each with a lane of claims. Pure: the same debate, folds
 * and measures give the same picture. 10,000 claims take less than 0.1 s.
 */
export function layoutMap(state: DebateState, { measure, collapsed, ghost }: MapLayoutOptions): MapLayout {
  const nodes = mapTree(state, collapsed, ghost);
  const heights = new Map(nodes.map((node) => [node, measure(node.id, node.kind)]));
  const tops = placeLanes(nodes, heights);
  placeMotion(nodes, heights, tops);
  const boxes = nodes.map((node, order) => boxOf(node, order, tops.get(node) ?? 0, heights.get(node) ?? 0));
  return {
    boxes,
    byId: new Map(boxes.map((box) => [box.id, box])),
    byLink: new Map(boxes.map((box) => [box.link ?? '', box])),
    bounds: boundsOf(boxes),
  };
}

function placeLanes(nodes: readonly MapNode[], heights: ReadonlyMap<MapNode, number>): Map<MapNode, number> {
  const tops = new Map<MapNode, number>();
  let down = 0;
  for (const lane of lanesOf(nodes)) {
    const stacked = stackLane(lane, (node) => heights.get(node) ?? 0);
    for (const [node, top] of stacked.tops) tops.set(node, down + top);
    down += stacked.height + MAP_GEOMETRY.laneGap;
  }
  return tops;
}

/** Each position's nodes; in reading order they follow one another. */
function lanesOf(nodes: readonly MapNode[]): MapNode[][] {
  const lanes: MapNode[][] = [];
  for (const node of nodes) {
    if (node.kind === 'position') lanes.push([node]);
    else if (node.kind !== 'motion') lanes.at(-1)?.push(node);
  }
  return lanes;
}

/** The motion stands in the middle of its positions. */
function placeMotion(
  nodes: readonly MapNode[],
  heights: ReadonlyMap<MapNode, number>,
  tops: Map<MapNode, number>,
): void {
  const motion = nodes[0];
  if (!motion) return;
  const middleOf = (node: MapNode | undefined) =>
    node ? (tops.get(node) ?? 0) + (heights.get(node) ?? 0) / 2 : 0;
  const middle = (middleOf(motion.children[0]) + middleOf(motion.children.at(-1))) / 2;
  tops.set(motion, Math.round(middle - (heights.get(motion) ?? 0) / 2));
}

/** Field by field: at ten thousand boxes, copying the rest of an object is what would take the time. */
function boxOf(node: MapNode, order: number, y: number, height: number): MapBox {
  const { id, kind, depth, lane, hue, link, relation, undercuts, place, folded } = node;
  return {
    id,
    kind,
    depth,
    lane,
    hue,
    link,
    relation,
    undercuts,
    place,
    folded,
    order,
    x: columnOf(depth),
    y,
    width: widthOf(kind),
    height,
    parent: node.parent?.id ?? null,
    children: node.children.map((child) => child.id),
    siblings: node.parent ? node.parent.children.length : 1,
  };
}

function widthOf(kind: MapNodeKind): number {
  if (kind === 'motion') return MAP_GEOMETRY.motionWidth;
  return kind === 'position' ? MAP_GEOMETRY.positionWidth : MAP_GEOMETRY.claimWidth;
}
