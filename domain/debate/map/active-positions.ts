import type { DebateState } from '../engine/state.ts';
import type { Position } from '../positions/position.ts';
import { childrenOf, isShown } from './tree.ts';

/** The positions that are shown, in order: removed ones only while claims still belong to them. */
export function activePositions(state: DebateState): Position[] {
  return [...state.positions.values()]
    .filter(({ id, removed }) => !removed || holdsShown(state, id))
    .sort((a, b) => (a.order < b.order || (a.order === b.order && a.id < b.id) ? -1 : 1));
}

function holdsShown(state: DebateState, id: string): boolean {
  return childrenOf(state, { kind: 'position', id }).some((claim) => isShown(state, claim));
}
