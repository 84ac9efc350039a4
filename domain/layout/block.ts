import { breakColumns } from './column-breaks.ts';
import { type Contour, ContourStack, extentOf } from './contour.ts';
import { MAP_GEOMETRY } from './map-geometry.ts';
import type { MapNode } from './map-tree.ts';

/** A laid-out subtree, independent of its position. Immutable: layouts with other column heights reuse it. */
export interface SubtreeBlock {
  readonly node: MapNode;
  /** Height of its root. */
  readonly height: number;
  readonly children: readonly PlacedBlock[];
  /** Number of children in each column. */
  readonly columns: readonly number[];
  /** True if these hang from a rail. */
  readonly hung: boolean;
  readonly contour: Contour;
  /** The tallest column in it; infinite if columns were broken: then the layout depends on their maximum height. */
  readonly tallest: number;
}

/** Determines which children are in columns. */
export interface ColumnRules {
  /** Maximum height of a column, in pixels. */
  readonly limit: number;
}

/** A part of a block: offset in columns of the grid, and in pixels down, from the root's corner. */
export interface PlacedBlock {
  readonly block: SubtreeBlock;
  readonly right: number;
  readonly down: number;
}

/**
 * Lays out a node and its subtree. Its children are in one column with the node in their middle, or not far below the first if there are
 * many, on a phone beside it; if that column would be much taller than `limit`, in several columns that hang from a rail at the node's
 * upper edge.
 */
export function layBlock(
  node: MapNode,
  height: number,
  children: readonly SubtreeBlock[],
  { limit }: ColumnRules,
): SubtreeBlock {
  if (children.length === 0) {
    const contour = { tops: [0], bottoms: [height] };
    return { node, height, children: [], columns: [], hung: false, contour, tallest: height };
  }
  const heights = children.map(({ contour }) => {
    const { top, bottom } = extentOf(contour);
    return bottom - top + MAP_GEOMETRY.cousinGap;
  });
  const columns = breakColumns(heights, limit);
  if (columns.length > 1) return hung(node, height, children, columns);
  const tallest = heights.reduce((sum, each) => sum + each, 0);
  return stacked(node, height, children, tallest);
}

function stacked(
  node: MapNode,
  height: number,
  blocks: readonly SubtreeBlock[],
  column: number,
): SubtreeBlock {
  const stack = new ContourStack();
  const downs = blocks.map(({ contour }) => stack.add(contour));
  const middle = (at: number) => (downs.at(at) ?? 0) + (blocks.at(at)?.height ?? 0) / 2;
  const own = Math.round(middleOfParent(middle(0), middle(-1)) - height / 2);
  return {
    node,
    height,
    children: blocks.map((block, at) => ({ block, right: 1, down: (downs[at] ?? 0) - own })),
    columns: [blocks.length],
    hung: false,
    contour: {
      tops: [0, ...stack.tops.map((top) => top - own)],
      bottoms: [height, ...stack.bottoms.map((bottom) => bottom - own)],
    },
    tallest: blocks.reduce((most, { tallest }) => Math.max(most, tallest), column),
  };
}

/** Columns that hang from a rail. */
function hung(
  node: MapNode,
  height: number,
  blocks: readonly SubtreeBlock[],
  columns: readonly number[],
): SubtreeBlock {
  const children: PlacedBlock[] = [];
  const bottoms = [height];
  for (const count of columns) {
    const stack = new ContourStack();
    const inside = blocks.slice(children.length, children.length + count);
    const downs = inside.map(({ contour }) => stack.add(contour));
    const shift = railBelow(node.kind) + MAP_GEOMETRY.railGap - extentOf(stack).top;
    const right = bottoms.length;
    children.push(...inside.map((block, at) => ({ block, right, down: (downs[at] ?? 0) + shift })));
    bottoms.push(...stack.bottoms.map((bottom) => bottom + shift));
  }
  const contour = { tops: bottoms.map(() => 0), bottoms };
  return { node, height, children, columns, hung: true, contour, tallest: Infinity };
}

/** The middle of the parent, between the middles of the first and the last child: never far below the first. */
export function middleOfParent(first: number, last: number): number {
  return Math.min((first + last) / 2, first + MAP_GEOMETRY.inSight);
}

/** Distance of a rail below its node's upper edge: it extends a position's rule, and leaves a claim beside its sign. */
export function railBelow(kind: MapNode['kind']): number {
  return kind === 'position' ? MAP_GEOMETRY.ruleWidth / 2 : MAP_GEOMETRY.claimRail;
}
