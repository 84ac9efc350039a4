import { MAP_GEOMETRY } from './map-geometry.ts';
import type { MapNode } from './map-tree.ts';

/** Where a node stands against its parent, and how far its subtree reaches at each level below it. */
interface Standing {
  readonly height: number;
  /** From its parent's top edge to its own. */
  dy: number;
  /** Upper and lower edge of the subtree by level, from its own top edge. */
  tops: number[];
  bottoms: number[];
}

/** A lane laid out: each node's top edge from the lane's upper end, and the lane's height. */
export interface Lane {
  readonly tops: ReadonlyMap<MapNode, number>;
  readonly height: number;
}

/**
 * Stacks a position and everything under it into a lane, by contours: columns are aligned by level, so that two subtrees
 * may nest where their levels leave room, and a parent stands in the middle of its children. `nodes` are the lane's, in
 * reading order. Linear but for the contours, whose length is the depth below a node; no recursion.
 */
export function stackLane(nodes: readonly MapNode[], heightOf: (node: MapNode) => number): Lane {
  const standings = new Map<MapNode, Standing>();
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const node = nodes[at] as MapNode;
    standings.set(node, stand(node, heightOf(node), standings));
  }
  const root = nodes[0];
  const standing = root && standings.get(root);
  if (!root || !standing) return { tops: new Map(), height: 0 };
  const upper = Math.min(...standing.tops);
  const tops = new Map<MapNode, number>();
  for (const node of nodes) {
    const above = node === root || !node.parent ? -upper : (tops.get(node.parent) ?? 0);
    tops.set(node, above + (standings.get(node)?.dy ?? 0));
  }
  return { tops, height: Math.max(...standing.bottoms) - upper };
}

function stand(node: MapNode, height: number, standings: ReadonlyMap<MapNode, Standing>): Standing {
  const children = node.children.flatMap((child) => standings.get(child) ?? []);
  const first = children[0];
  const last = children.at(-1);
  if (!first || !last) return { height, dy: 0, tops: [0], bottoms: [height] };
  const tops: number[] = [];
  const bottoms: number[] = [];
  for (const child of children) {
    child.dy = clearance(child, bottoms);
    merge(child, tops, bottoms);
  }
  const middle = (first.dy + first.height / 2 + last.dy + last.height / 2) / 2;
  const own = Math.round(middle - height / 2);
  for (const child of children) child.dy -= own;
  return {
    height,
    dy: 0,
    tops: [0, ...tops.map((top) => top - own)],
    bottoms: [height, ...bottoms.map((bottom) => bottom - own)],
  };
}

/** The least distance down at which a subtree is clear of those above it, at every level. */
function clearance(child: Standing, bottoms: readonly number[]): number {
  let down = -Infinity;
  const levels = Math.min(bottoms.length, child.tops.length);
  for (let level = 0; level < levels; level += 1) {
    const gap = level === 0 ? MAP_GEOMETRY.siblingGap : MAP_GEOMETRY.cousinGap;
    down = Math.max(down, (bottoms[level] ?? 0) + gap - (child.tops[level] ?? 0));
  }
  return levels === 0 ? 0 : down;
}

function merge(child: Standing, tops: number[], bottoms: number[]): void {
  for (let level = 0; level < child.tops.length; level += 1) {
    if (level >= tops.length) tops.push((child.tops[level] ?? 0) + child.dy);
    bottoms[level] = (child.bottoms[level] ?? 0) + child.dy;
  }
}
