import type { DebateState, Hue, Link, Position, Relation, Target } from '../debate/state.ts';
import { childrenOf, isShown, parentLinkOf, placeOf } from '../debate/tree.ts';

/** Ids of what is on the map but not in the debate; no claim can have them. */
export const MOTION_ID = '~motion';
export const GHOST_ID = '~new';

export type MapNodeKind = 'motion' | 'position' | 'claim' | 'ghost';

/** A new argument being written: it has its place in the picture before it exists. */
export interface Ghost {
  readonly target: Target;
  readonly relation: Relation;
}

/** What stands on the map, before it has a place: parents before their children. */
export interface MapNode {
  readonly id: string;
  readonly kind: MapNodeKind;
  readonly parent: MapNode | null;
  readonly depth: number;
  /** The position whose lane this is in. */
  readonly lane: string | null;
  /** The hue of the position that holds it. */
  readonly hue: Hue | null;
  /** The link that gives it its place. */
  readonly link: string | null;
  readonly relation: Relation | null;
  /** Set where its link attacks another link, and not what it stands under. */
  readonly undercuts: string | null;
  readonly children: MapNode[];
  /** Its place among those under one parent, from 1. */
  readonly place: number;
  /** How many shown claims are folded away under it. */
  folded: number;
}

/** The shown tree in reading order. Iterative: its depth is made by people. */
export function mapTree(
  state: DebateState,
  collapsed: ReadonlySet<string> = new Set(),
  ghost: Ghost | null = null,
): MapNode[] {
  const ghostPlace = ghost && placeOf(state, ghost.target);
  const nodes: MapNode[] = [motionNode()];
  const open = positionsOf(state).map((position, at) => positionNode(position, nodes[0] as MapNode, at + 1));
  nodes[0]?.children.push(...open);
  open.reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    nodes.push(node);
    if (node.kind === 'ghost') continue;
    const children = shownChildren(state, {
      kind: node.kind === 'position' ? 'position' : 'claim',
      id: node.id,
    });
    const ghostHere = ghostPlace?.id === node.id;
    if (collapsed.has(node.id) && !ghostHere) {
      node.folded = countBelow(state, children);
      continue;
    }
    children.forEach((child, at) => {
      node.children.push(claimNode(state, child.id, node, at + 1));
    });
    if (ghost && ghostHere) node.children.push(ghostNode(ghost, node));
    for (let at = node.children.length - 1; at >= 0; at -= 1) open.push(node.children[at] as MapNode);
  }
  return nodes;
}

/** Positions as they stand on the map: in order, removed ones only while claims still hang under them. */
function positionsOf(state: DebateState): Position[] {
  return [...state.positions.values()]
    .filter(({ id, removed }) => !removed || shownChildren(state, { kind: 'position', id }).length > 0)
    .sort((a, b) => (a.order < b.order || (a.order === b.order && a.id < b.id) ? -1 : 1));
}

function shownChildren(state: DebateState, place: Target) {
  return childrenOf(state, place).filter((claim) => isShown(state, claim));
}

function countBelow(state: DebateState, claims: { id: string }[]): number {
  let count = 0;
  const open = [...claims];
  for (let next = open.pop(); next; next = open.pop()) {
    count += 1;
    open.push(...shownChildren(state, { kind: 'claim', id: next.id }));
  }
  return count;
}

const PLAIN = { link: null, relation: null, undercuts: null, folded: 0, place: 1 } as const;

function motionNode(): MapNode {
  return {
    ...PLAIN,
    id: MOTION_ID,
    kind: 'motion',
    parent: null,
    depth: 0,
    lane: null,
    hue: null,
    children: [],
  };
}

function positionNode({ id, hue }: Position, parent: MapNode, place: number): MapNode {
  return { ...PLAIN, id, kind: 'position', parent, depth: 1, lane: id, hue, place, children: [] };
}

function claimNode(state: DebateState, id: string, parent: MapNode, place: number): MapNode {
  const link: Link | undefined = parentLinkOf(state, id);
  const held = state.claims.get(id)?.positionId ?? null;
  return {
    id,
    kind: 'claim',
    parent,
    depth: parent.depth + 1,
    lane: parent.lane,
    hue: held === null ? null : (state.positions.get(held)?.hue ?? null),
    link: link?.id ?? null,
    relation: link?.relation ?? null,
    undercuts: link?.target.kind === 'link' ? link.target.id : null,
    children: [],
    place,
    folded: 0,
  };
}

function ghostNode({ target, relation }: Ghost, parent: MapNode): MapNode {
  const undercuts = target.kind === 'link' ? target.id : null;
  const { depth, lane } = parent;
  return {
    ...PLAIN,
    id: GHOST_ID,
    kind: 'ghost',
    parent,
    depth: depth + 1,
    lane,
    hue: null,
    relation,
    undercuts,
    place: parent.children.length + 1,
    children: [],
  };
}
