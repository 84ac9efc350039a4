import { Contour } from './contour.ts';
import { MAP_GEOMETRY } from './map-geometry.ts';
import type { MapNode } from './map-tree.ts';

/** Where a node stands against its parent, and how far its subtree reaches. */
interface Standing {
  readonly height: number;
  /** From its parent's top edge to its own. */
  dy: number;
  /** From its own top edge; used up by its parent. */
  readonly contour: Contour;
}

/** A lane laid out: each node's top edge from the lane's upper end, and the lane's height. */
export interface Lane {
  readonly tops: ReadonlyMap<MapNode, number>;
  readonly height: number;
}

/**
 * Stacks a position and everything under it into a lane, by contours: columns are aligned by level, so that two subtrees
 * may nest where their levels leave room, and a parent stands in the middle of its children. `nodes` are the lane's, in
 * reading order. Linear, and without recursion.
 */
export function stackLane(nodes: readonly MapNode[], heightOf: (node: MapNode) => number): Lane {
  const standings = new Map<MapNode, Standing>();
  for (const node of nodes.toReversed()) standings.set(node, stand(node, heightOf(node), standings));
  const root = nodes[0];
  const standing = root && standings.get(root);
  if (!root || !standing) return { tops: new Map(), height: 0 };
  const [upper, lower] = standing.contour.extent();
  const tops = new Map<MapNode, number>();
  for (const node of nodes) {
    const above = node === root || !node.parent ? -upper : (tops.get(node.parent) ?? 0);
    tops.set(node, above + (standings.get(node)?.dy ?? 0));
  }
  return { tops, height: lower - upper };
}

function stand(node: MapNode, height: number, standings: ReadonlyMap<MapNode, Standing>): Standing {
  let contour: Contour | null = null;
  for (const child of node.children) {
    const below = standings.get(child);
    if (!below) continue;
    below.dy = contour === null ? 0 : clearance(contour, below.contour);
    below.contour.move(below.dy);
    contour = contour === null ? below.contour : contour.join(below.contour);
  }
  if (contour === null) return { height, dy: 0, contour: new Contour(height) };
  const own = Math.round(middleOf(node, standings) - height / 2);
  for (const child of node.children) {
    const below = standings.get(child);
    if (below) below.dy -= own;
  }
  contour.move(-own);
  contour.crown(0, height);
  return { height, dy: 0, contour };
}

/** Half-way between the middles of the first and the last child. */
function middleOf({ children }: MapNode, standings: ReadonlyMap<MapNode, Standing>): number {
  const middle = (child: MapNode | undefined) => {
    const standing = child && standings.get(child);
    return standing ? standing.dy + standing.height / 2 : 0;
  };
  return (middle(children[0]) + middle(children.at(-1))) / 2;
}

/** The least distance down at which a subtree is clear of those above it, at every level. */
function clearance(above: Contour, below: Contour): number {
  let down = -Infinity;
  const levels = Math.min(above.levels, below.levels);
  for (let level = 0; level < levels; level += 1) {
    const gap = level === 0 ? MAP_GEOMETRY.siblingGap : MAP_GEOMETRY.cousinGap;
    down = Math.max(down, above.bottom(level) + gap - below.top(level));
  }
  return down;
}
