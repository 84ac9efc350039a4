import { breakColumns } from './column-breaks.ts';
import { type Contour, extentOf, Stack } from './contour.ts';
import { MAP_GEOMETRY } from './map-geometry.ts';
import type { MapNode } from './map-tree.ts';

/** A subtree as it is laid out, wherever it comes to stand. */
export interface Block {
  readonly node: MapNode;
  /** Its root's own height. */
  readonly height: number;
  readonly children: readonly Placed[];
  /** How many of the children stand in each column; one column hangs from no rail. */
  readonly columns: readonly number[];
  readonly contour: Contour;
}

/** A part of a block: so many columns of the grid to the right, and so far down, from the root's own corner. */
export interface Placed {
  readonly block: Block;
  readonly right: number;
  readonly down: number;
}

/** How a block was divided the last time: ids by column. */
export type Breaks = ReadonlyMap<string, readonly (readonly string[])[]>;

/**
 * Lays out a node over what stands under it. Its children stand in one column with the node in their middle; where that
 * would be much taller than `limit`, in several columns that hang from a rail at the node's upper edge.
 */
export function layBlock(
  node: MapNode,
  height: number,
  children: readonly Block[],
  limit: number,
  earlier?: readonly (readonly string[])[],
): Block {
  if (children.length === 0) {
    return { node, height, children: [], columns: [], contour: { tops: [0], bottoms: [height] } };
  }
  const parts = children.map(({ node: { id }, contour }) => {
    const { top, bottom } = extentOf(contour);
    return { id, height: bottom - top + MAP_GEOMETRY.cousinGap };
  });
  const columns = breakColumns(parts, limit, earlier);
  return columns.length === 1 ? stacked(node, height, children) : hung(node, height, children, columns);
}

function stacked(node: MapNode, height: number, blocks: readonly Block[]): Block {
  const stack = new Stack();
  const downs = blocks.map(({ contour }) => stack.add(contour));
  const middle = (at: number) => (downs.at(at) ?? 0) + (blocks.at(at)?.height ?? 0) / 2;
  const own = Math.round((middle(0) + middle(-1)) / 2 - height / 2);
  return {
    node,
    height,
    children: blocks.map((block, at) => ({ block, right: 1, down: (downs[at] ?? 0) - own })),
    columns: [blocks.length],
    contour: {
      tops: [0, ...stack.tops.map((top) => top - own)],
      bottoms: [height, ...stack.bottoms.map((bottom) => bottom - own)],
    },
  };
}

function hung(node: MapNode, height: number, blocks: readonly Block[], columns: readonly number[]): Block {
  const rail = railBelow(node.kind);
  const start = rail + MAP_GEOMETRY.railGap;
  const children: Placed[] = [];
  const bottoms = [height];
  for (const count of columns) {
    const stack = new Stack();
    const inside = blocks.slice(children.length, children.length + count);
    const downs = inside.map(({ contour }) => stack.add(contour));
    const shift = start - extentOf(stack).top;
    const right = bottoms.length;
    children.push(...inside.map((block, at) => ({ block, right, down: (downs[at] ?? 0) + shift })));
    bottoms.push(...stack.bottoms.map((bottom) => bottom + shift));
  }
  return { node, height, children, columns, contour: { tops: bottoms.map(() => 0), bottoms } };
}

/** How far below its node's upper edge a rail runs: it prolongs a position's rule, and leaves a claim beside its sign. */
export function railBelow(kind: MapNode['kind']): number {
  return kind === 'position' ? MAP_GEOMETRY.ruleWidth / 2 : MAP_GEOMETRY.claimRail;
}

/** Which children stand in which column, of all that have several. */
export function breaksOf(blocks: Iterable<Block>): Breaks {
  const breaks = new Map<string, string[][]>();
  for (const { node, children, columns } of blocks) {
    if (columns.length < 2) continue;
    let end = 0;
    const inside = columns.map((count) => {
      end += count;
      return children.slice(end - count, end).map(({ block }) => block.node.id);
    });
    breaks.set(node.id, inside);
  }
  return breaks;
}
