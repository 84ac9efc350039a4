import type { DebateState } from '../debate/state.ts';
import type { Block } from './block.ts';
import { extentOf } from './contour.ts';
import { type Columns, layLanes } from './lay-lanes.ts';
import { boundsOf, leftOf, MAP_GEOMETRY, type Rect } from './map-geometry.ts';
import { type Ghost, type MapNode, type MapNodeKind, MOTION_ID, mapTree } from './map-tree.ts';

/** The height a node needs at its column's width. */
export type Measure = (id: string, kind: MapNodeKind) => number;

/** A node with its place on the map. */
export interface MapBox extends Rect, Omit<MapNode, 'parent' | 'children'> {
  /** The id of what it stands under. */
  readonly parent: string | null;
  /** Ids of what stands under it, in order. */
  readonly children: readonly string[];
  /** Ids of the last child in each of the columns that hang from its rail; empty where its children hang from none. */
  readonly rail: readonly string[];
  /** Does it stand in such a column? */
  readonly hangs: boolean;
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
  /** Those whose children hang from a rail. */
  readonly railed: readonly MapBox[];
  readonly bounds: Rect;
  /** Where its columns break, for the next picture. */
  readonly columns: Columns | null;
}

export const EMPTY_LAYOUT: MapLayout = {
  boxes: [],
  byId: new Map(),
  byLink: new Map(),
  railed: [],
  bounds: boundsOf([]),
  columns: null,
};

export interface MapLayoutOptions {
  readonly measure: Measure;
  readonly collapsed?: ReadonlySet<string>;
  readonly ghost?: Ghost | null;
  /** The columns of the picture before this one: they stay where they can. */
  readonly earlier?: Columns | null;
}

/**
 * The map of a debate, left to right: the motion, its positions, each with a lane of claims, in columns as in a newspaper
 * where one would be too long. Pure: the same debate, folds, measures and earlier columns give the same picture.
 */
export function layoutMap(
  state: DebateState,
  { measure, collapsed, ghost, earlier = null }: MapLayoutOptions,
): MapLayout {
  const nodes = mapTree(state, collapsed, ghost);
  const { lanes, columns } = layLanes(nodes, measure, earlier);
  const boxes = placeBoxes(nodes, measure, lanes);
  return {
    boxes,
    byId: new Map(boxes.map((box) => [box.id, box])),
    byLink: new Map(boxes.map((box) => [box.link ?? '', box])),
    railed: boxes.filter(({ rail }) => rail.length > 0),
    bounds: boundsOf(boxes),
    columns,
  };
}

/** A block where it stands on the map. */
interface Standing {
  readonly block: Block;
  readonly parent: Block | null;
  readonly column: number;
  readonly y: number;
}

/** Lanes stand one under another, the motion in the middle of its positions. */
function placeBoxes(nodes: readonly MapNode[], measure: Measure, lanes: readonly Block[]): MapBox[] {
  const standing: Standing[] = [];
  let down = 0;
  for (const block of lanes) {
    const { top, bottom } = extentOf(block.contour);
    standing.push({ block, parent: null, column: 1, y: down - top });
    down += bottom - top + MAP_GEOMETRY.laneGap;
  }
  const [motion] = nodes;
  if (!motion) return [];
  const boxes = [motionBox(motion, measure(MOTION_ID, 'motion'), standing)];
  const open = standing.toReversed();
  for (let next = open.pop(); next; next = open.pop()) {
    boxes.push(boxOf(next, boxes.length));
    const { block, column, y } = next;
    for (const { block: child, right, down } of block.children.toReversed()) {
      open.push({ block: child, parent: block, column: column + right, y: y + down });
    }
  }
  return boxes;
}

function motionBox(motion: MapNode, height: number, positions: readonly Standing[]): MapBox {
  const middleOf = (at: Standing | undefined) => (at ? at.y + at.block.height / 2 : 0);
  const middle = (middleOf(positions[0]) + middleOf(positions.at(-1))) / 2;
  const block = { node: motion, height, children: [], columns: [], contour: { tops: [], bottoms: [] } };
  return boxOf({ block, parent: null, column: 0, y: Math.round(middle - height / 2) }, 0);
}

/** Field by field: at ten thousand boxes, copying the rest of an object is what would take the time. */
function boxOf({ block, parent, column, y }: Standing, order: number): MapBox {
  const { node, height, columns } = block;
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
    x: leftOf(column),
    y,
    width: widthOf(kind),
    height,
    parent: node.parent?.id ?? null,
    children: node.children.map((child) => child.id),
    rail: columns.length > 1 ? lastOfEach(node, columns) : NO_RAIL,
    hangs: parent !== null && parent.columns.length > 1,
    siblings: node.parent ? node.parent.children.length : 1,
  };
}

const NO_RAIL: readonly string[] = [];

function lastOfEach({ children }: MapNode, columns: readonly number[]): string[] {
  let end = 0;
  return columns.map((count) => {
    end += count;
    return children[end - 1]?.id ?? '';
  });
}

function widthOf(kind: MapNodeKind): number {
  if (kind === 'motion') return MAP_GEOMETRY.motionWidth;
  return kind === 'position' ? MAP_GEOMETRY.positionWidth : MAP_GEOMETRY.claimWidth;
}
