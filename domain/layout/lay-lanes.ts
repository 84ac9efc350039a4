import { type Block, type Breaks, breaksOf, layBlock } from './block.ts';
import { extentOf } from './contour.ts';
import { leftOf, MAP_GEOMETRY } from './map-geometry.ts';
import type { Measure } from './map-layout.ts';
import type { MapNode } from './map-tree.ts';

/** Width to height that the whole map comes near to: that of a screen. */
const ASPECT = 1.6;
/** How far it may be off, either way, before an earlier height of columns is given up. */
const LEEWAY = 1.6;
/** A map no taller than this, in pixels, has no columns. */
const LOW = 1_500;
/** The least height of a column worth breaking for, and the step between heights that are tried. */
const LEAST = 640;
const STEP = 1.2;

/** How the map is set: how tall its columns are, in pixels, and which children stand in each. */
export interface Columns {
  readonly limit: number;
  readonly breaks: Breaks;
}

/** The map's lanes as blocks, and the columns they have. */
export interface Lanes {
  readonly lanes: readonly Block[];
  readonly columns: Columns;
}

/** Lays out each position over its claims, in columns of a height that gives the whole map the proportions of a screen. */
export function layLanes(nodes: readonly MapNode[], measure: Measure, earlier: Columns | null): Lanes {
  const heights = nodes.map(({ id, kind }) => measure(id, kind));
  const layAt = (limit: number): Lanes => {
    const blocks = layAll(nodes, heights, limit, earlier?.breaks);
    const lanes = (nodes[0]?.children ?? []).flatMap((position) => blocks.get(position) ?? []);
    return { lanes, columns: { limit, breaks: breaksOf(blocks.values()) } };
  };
  if (earlier !== null) {
    const kept = layAt(earlier.limit);
    if (stands(kept)) return kept;
  }
  const whole = layAt(Infinity);
  return heightOf(whole) <= LOW ? whole : nearest(whole, layAt);
}

/** Bottom up; in reading order, everything comes after what it stands under. */
function layAll(
  nodes: readonly MapNode[],
  heights: readonly number[],
  limit: number,
  earlier: Breaks | undefined,
): Map<MapNode, Block> {
  const blocks = new Map<MapNode, Block>();
  for (let at = nodes.length - 1; at > 0; at -= 1) {
    const node = nodes[at] as MapNode;
    const children = node.children.flatMap((child) => blocks.get(child) ?? []);
    const columns = earlier && (earlier.get(node.id) ?? [node.children.map(({ id }) => id)]);
    blocks.set(node, layBlock(node, heights[at] ?? 0, children, limit, columns));
  }
  return blocks;
}

/** The taller the columns, the narrower the map: halves the range of heights until two are left, and takes the better. */
function nearest(whole: Lanes, layAt: (limit: number) => Lanes): Lanes {
  let wide: Lanes | null = null;
  let narrow = whole;
  let [low, high] = [0, Math.ceil(Math.log(heightOf(whole) / LEAST) / Math.log(STEP))];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const tried = layAt(Math.round(LEAST * STEP ** middle));
    if (aspectOf(tried) >= ASPECT) {
      wide = tried;
      low = middle + 1;
    } else {
      narrow = tried;
      high = middle;
    }
  }
  return wide !== null && offBy(wide) < offBy(narrow) ? wide : narrow;
}

function stands(kept: Lanes): boolean {
  if (kept.columns.limit === Infinity)
    return heightOf(kept) <= LOW * LEEWAY || aspectOf(kept) * LEEWAY >= ASPECT;
  return heightOf(kept) > LOW / LEEWAY && offBy(kept) <= LEEWAY;
}

/** How many times too wide or too tall. */
function offBy(lanes: Lanes): number {
  const ratio = aspectOf(lanes) / ASPECT;
  return Math.max(ratio, 1 / ratio);
}

function aspectOf(lanes: Lanes): number {
  const columns = Math.max(...lanes.lanes.map(({ contour }) => contour.tops.length));
  return (leftOf(columns + 1) - MAP_GEOMETRY.columnGap) / heightOf(lanes);
}

function heightOf({ lanes }: Lanes): number {
  let height = (lanes.length - 1) * MAP_GEOMETRY.laneGap;
  for (const { contour } of lanes) {
    const { top, bottom } = extentOf(contour);
    height += bottom - top;
  }
  return height;
}
