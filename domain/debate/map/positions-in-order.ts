import type { DebateState } from '../engine/state.ts';
import type { Position } from '../positions/position.ts';
import { childrenOf, isShown } from './tree.ts';

/** All positions in order, also removed ones; those that were added at once have the same order, and follow their ids. */
export function positionsInOrder({ positions }: Pick<DebateState, 'positions'>): Position[] {
  return [...positions.values()].sort((a, b) =>
    a.order < b.order || (a.order === b.order && a.id < b.id) ? -1 : 1,
  );
}

/** The positions that were not removed, in order. */
export function remainingPositions(state: Pick<DebateState, 'positions'>): Position[] {
  return positionsInOrder(state).filter(({ removed }) => !removed);
}

/** The positions that are shown, in order: removed ones only while claims still belong to them. */
export function shownPositions(state: DebateState): Position[] {
  return positionsInOrder(state).filter(({ id, removed }) => !removed || holdsShown(state, id));
}

function holdsShown(state: DebateState, id: string): boolean {
  return childrenOf(state, { kind: 'position', id }).some((claim) => isShown(state, claim));
}
