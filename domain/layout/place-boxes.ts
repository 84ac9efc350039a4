import type { Steps } from '../debate/steps.ts';
import { type Block, idsByColumn, middleOfParent } from './block.ts';
import { extentOf } from './contour.ts';
import { leftOf, MAP_GEOMETRY, type MapForm } from './map-geometry.ts';
import { type MapNode, type MapNodeKind, MOTION_ID } from './map-tree.ts';
import type { PlacedBox } from './placed-map.ts';

/** A node with its place on the map. */
export interface MapBox extends PlacedBox {
  readonly kind: MapNodeKind;
  /** What stands under it, laid out. */
  readonly block: Block;
  /** Ids of the last child in each of the columns that hang from its rail; empty where its children hang from none. */
  readonly rail: readonly string[];
  /** Does it stand in such a column? */
  readonly hangs: boolean;
}

/** A block where it stands on the map. */
interface Standing {
  readonly block: Block;
  readonly above: Standing | null;
  readonly lane: string | null;
  readonly place: number;
  readonly depth: number;
  readonly column: number;
  readonly y: number;
}

/**
 * Puts lanes one under another and the motion in the middle of its positions, or not far below the first where these
 * are far apart, or over them all; boxes in reading order. One that stands as it did in the earlier picture is the same object.
 */
export function* placeBoxes(
  lanes: readonly Block[],
  motionHeight: number,
  form: MapForm,
  earlier: { readonly boxes: readonly MapBox[]; readonly byId: ReadonlyMap<string, MapBox> },
): Steps<MapBox[]> {
  const open: Standing[] = [standingMotion(lanes, motionHeight, form)];
  const boxes: MapBox[] = [];
  let pause = STEP;
  for (let next = open.pop(); next; next = open.pop()) {
    const was = earlier.byId.get(next.block.node.id);
    if (was && standsAs(was, next, boxes.length, form)) {
      // Then all under it stands as it did, too.
      const end = endOf(earlier.boxes, was);
      for (let at = was.order; at < end; at += 1) boxes.push(earlier.boxes[at] ?? was);
    } else {
      boxes.push(boxOf(next, boxes.length, form, was));
      const { children } = next.block;
      for (let at = children.length - 1; at >= 0; at -= 1) {
        const child = children[at];
        if (child) open.push(standingUnder(next, child, at + 1));
      }
    }
    if (boxes.length < pause) continue;
    pause = boxes.length + STEP;
    yield;
  }
  return boxes;
}

/** Boxes placed in one step: each takes about a microsecond, and as much again if it were a step of its own. */
const STEP = 32;

/** The place in reading order behind the last box that stands under this one. */
function endOf(boxes: readonly MapBox[], { order, depth }: MapBox): number {
  let end = order + 1;
  while ((boxes[end]?.depth ?? -1) > depth) end += 1;
  return end;
}

/** The motion as the root of one more block: its positions' lanes. */
function standingMotion(lanes: readonly Block[], height: number, form: MapForm): Standing {
  let end = 0;
  const tops = lanes.map(({ contour }) => {
    const { top, bottom } = extentOf(contour);
    const y = end - top;
    end += bottom - top + MAP_GEOMETRY.laneGap;
    return y;
  });
  const middle = (at: number) => (tops.at(at) ?? 0) + (lanes.at(at)?.height ?? 0) / 2;
  const beside = middleOfParent(middle(0), middle(-1), form) - height / 2;
  const y = form === 'tall' ? -height - MAP_GEOMETRY.laneGap : Math.round(beside);
  const block: Block = {
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
  { block, right, down }: Block['children'][number],
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

function standsAs(
  was: MapBox,
  { block, above, lane, place, depth, column, y }: Standing,
  order: number,
  form: MapForm,
): boolean {
  return (
    was.block === block &&
    was.order === order &&
    was.place === place &&
    was.depth === depth &&
    was.y === y &&
    was.x === leftOf(column, form) &&
    was.parent === (above?.block.node.id ?? null) &&
    was.siblings === (above?.block.children.length ?? 1) &&
    was.lane === lane &&
    was.hangs === hangsUnder(above)
  );
}

/** Field by field: at ten thousand boxes, copying the rest of an object is what would take the time. */
function boxOf(standing: Standing, order: number, form: MapForm, was: MapBox | undefined): MapBox {
  const { block, above, lane, place, depth, column, y } = standing;
  const { node, height, children, hung } = block;
  const { id, kind, hue, link, relation, undercuts, folded } = node;
  // What only stands elsewhere has under it what it had.
  const same = was?.block === block ? was : undefined;
  return {
    id,
    kind,
    hue,
    link,
    relation,
    undercuts,
    folded,
    block,
    order,
    depth,
    place,
    x: leftOf(column, form),
    y,
    width: widthOf(kind, form),
    height,
    lane,
    parent: above?.block.node.id ?? null,
    children: same?.children ?? children.map((child) => child.block.node.id),
    rail: same?.rail ?? (hung ? idsByColumn(block).flatMap((ids) => ids.at(-1) ?? []) : NO_RAIL),
    hangs: hangsUnder(above),
    siblings: above?.block.children.length ?? 1,
  };
}

const NO_RAIL: readonly string[] = [];

function hangsUnder(above: Standing | null): boolean {
  return above?.block.hung === true;
}

/** The width of what stands on the map. */
export function widthOf(kind: MapNodeKind, form: MapForm): number {
  if (kind === 'motion') return form === 'tall' ? MAP_GEOMETRY.wideMotion : MAP_GEOMETRY.motionWidth;
  return kind === 'position' ? MAP_GEOMETRY.positionWidth : MAP_GEOMETRY.claimWidth;
}
