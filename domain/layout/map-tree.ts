import type { DebateState } from '../debate/engine/state.ts';
import type { Relation, Target } from '../debate/map/link.ts';
import { targetNow } from '../debate/map/merged.ts';
import { shownPositions } from '../debate/map/positions-in-order.ts';
import { childrenOf, isShown, parentLinkOf, shownPlaceOf } from '../debate/map/tree.ts';
import type { Hue } from '../debate/positions/position.ts';

/** Ids of nodes on the map that are not in the debate; no claim can have them. */
export const MOTION_ID = '~motion';
export const GHOST_ID = '~new';

export type MapNodeKind = 'motion' | 'position' | 'claim' | 'ghost';

/** A new argument being written: it has its place in the picture before it exists. */
export interface Ghost {
  readonly target: Target;
  readonly relation: Relation;
}

/** The input of a map. */
export interface MapSource {
  readonly state: DebateState;
  /** Ids of folded nodes: nothing below them is on the map. */
  readonly collapsed: ReadonlySet<string>;
  readonly ghost: Ghost | null;
}

/** A node of the map, before it has a place. */
export interface MapNode {
  readonly id: string;
  readonly kind: MapNodeKind;
  /** The hue of its position. */
  readonly hue: Hue | null;
  /** The link that determines its place. */
  readonly link: string | null;
  readonly relation: Relation | null;
  /** Set if its link attacks another link, not its parent. */
  readonly undercuts: string | null;
  /** Number of shown claims folded below it. */
  readonly folded: number;
}

/** The map's node for an id. */
export function nodeOf(source: MapSource, id: string): MapNode {
  const { state, ghost } = source;
  if (id === MOTION_ID) return { ...PLAIN, id, kind: 'motion' };
  if (id === GHOST_ID) {
    const undercuts = ghost?.target.kind === 'link' ? ghost.target.id : null;
    return { ...PLAIN, id, kind: 'ghost', relation: ghost?.relation ?? null, undercuts };
  }
  const folded = source.collapsed.has(id) ? countBelow(state, shownUnder(state, id)) : 0;
  const position = state.positions.get(id);
  if (position) return { ...PLAIN, id, kind: 'position', hue: position.hue, folded };
  const link = parentLinkOf(state, id);
  return {
    id,
    kind: 'claim',
    hue: state.positions.get(state.claims.get(id)?.positionId ?? '')?.hue ?? null,
    link: link?.id ?? null,
    relation: link?.relation ?? null,
    undercuts: link?.target.kind === 'link' ? targetNow(state, link.target).id : null,
    folded,
  };
}

/** Ids of its children on the map, in order. */
export function idsUnder({ state, collapsed }: MapSource, id: string): string[] {
  if (id === MOTION_ID) return shownPositions(state).map((position) => position.id);
  return collapsed.has(id) ? [] : shownUnder(state, id);
}

/** Ids of the positions and claims of the whole map, in reading order. Iterative: trees may be very deep. */
export function* walkInOrder(state: DebateState): Iterable<string> {
  const source = { state, collapsed: new Set<string>(), ghost: null };
  const open = idsUnder(source, MOTION_ID).toReversed();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    yield id;
    open.push(...idsUnder(source, id).toReversed());
  }
}

/** The parent of a new argument. */
export function ghostPlace({ state, ghost }: MapSource): string | null {
  return ghost && (shownPlaceOf(state, ghost.target)?.id ?? null);
}

function shownUnder(state: DebateState, id: string): string[] {
  const kind = state.positions.has(id) ? 'position' : 'claim';
  return childrenOf(state, { kind, id }).flatMap((claim) => (isShown(state, claim) ? [claim.id] : []));
}

function countBelow(state: DebateState, ids: readonly string[]): number {
  let count = 0;
  const open = [...ids];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    count += 1;
    open.push(...shownUnder(state, next));
  }
  return count;
}

const PLAIN = { hue: null, link: null, relation: null, undercuts: null, folded: 0 } as const;
