import { childrenOf, isShown, parentLinkOf, shownPlaceOf } from '../debate/claims/tree.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { targetNow } from '../debate/lineage/merged.ts';
import type { Relation, Target } from '../debate/links/link.ts';
import { activePositions } from '../debate/positions/active-positions.ts';
import type { Hue } from '../debate/positions/position.ts';

/** Ids of what is on the map but not in the debate; no claim can have them. */
export const MOTION_ID = '~motion';
export const GHOST_ID = '~new';

export type MapNodeKind = 'motion' | 'position' | 'claim' | 'ghost';

/** A new argument being written: it has its place in the picture before it exists. */
export interface Ghost {
  readonly target: Target;
  readonly relation: Relation;
}

/** What a map is made of. */
export interface MapSource {
  readonly state: DebateState;
  /** Ids of what is folded: nothing under it is on the map. */
  readonly collapsed: ReadonlySet<string>;
  readonly ghost: Ghost | null;
}

/** What stands on the map, before it has a place. */
export interface MapNode {
  readonly id: string;
  readonly kind: MapNodeKind;
  /** The hue of the position that holds it. */
  readonly hue: Hue | null;
  /** The link that gives it its place. */
  readonly link: string | null;
  readonly relation: Relation | null;
  /** Set where its link attacks another link, and not what it stands under. */
  readonly undercuts: string | null;
  /** How many shown claims are folded away under it. */
  readonly folded: number;
}

/** What the map says of one id. */
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

/** Ids of what stands under it on the map, in order; a new argument is last. */
export function idsUnder(source: MapSource, id: string): string[] {
  const { state } = source;
  if (id === GHOST_ID) return [];
  if (id === MOTION_ID) return activePositions(state).map((position) => position.id);
  if (source.collapsed.has(id)) return [];
  const ids = shownUnder(state, id);
  return ghostPlace(source) === id ? [...ids, GHOST_ID] : ids;
}

/** Ids of the positions and claims of the whole map, in reading order. Iterative: depth is made by people. */
export function* walkInOrder(state: DebateState): Iterable<string> {
  const source = { state, collapsed: new Set<string>(), ghost: null };
  const open = idsUnder(source, MOTION_ID).toReversed();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    yield id;
    open.push(...idsUnder(source, id).toReversed());
  }
}

/** What a new argument stands under. */
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
