import type { DebateState } from '../debate/engine/state.ts';
import type { Relation, Target } from '../debate/map/link.ts';
import { mapPlaceOf, parentLinkOf } from '../debate/map/tree.ts';

/** Where an argument stands: for or against the position in whose lane it is; `null`: in none. */
export interface Side {
  readonly lane: string | null;
  readonly isFor: boolean;
}

/** Levels up to which a place is followed: a broken state may have a cycle. */
const MOST = 1_000;

/** The side of an argument with this target and relation: an attack on an attack speaks for its position. */
export function sideOf(state: DebateState, target: Target, relation: Relation): Side {
  let isFor = true;
  let [at, bearing]: [Target | null, Relation] = [target, relation];
  for (let steps = 0; at && steps <= MOST; steps += 1) {
    if (bearing === 'attack') isFor = !isFor;
    const place = mapPlaceOf(state, at);
    if (place?.kind !== 'claim') return { lane: place?.id ?? null, isFor };
    const link = parentLinkOf(state, place.id);
    [at, bearing] = [link?.target ?? null, link?.relation ?? 'support'];
  }
  return { lane: null, isFor };
}

/**
 * True if two arguments may say the same: both for or both against one position, or one for a position and the other against another.
 * The same words on opposite sides usually deny each other.
 */
export function isSameSide(a: Side, b: Side): boolean {
  if (a.lane === null || b.lane === null) return true;
  return (a.lane === b.lane) === (a.isFor === b.isFor);
}
