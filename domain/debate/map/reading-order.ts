import type { DebateState } from '../engine/state.ts';
import type { Target } from './link.ts';
import { ancestorsOf, childrenOf, laneOf, parentOf } from './tree.ts';

/** Claims in reading order: position by position, and each claim before its replies. */
export function inReadingOrder(state: DebateState, claimIds: Iterable<string>): string[] {
  return [...claimIds]
    .map((id) => ({ id, path: pathTo(state, id) }))
    .sort((a, b) => comparePaths(a.path, b.path))
    .map(({ id }) => id);
}

/** The path down to a claim, as indexes among siblings, step by step; the position's own index first. */
function pathTo(state: DebateState, claimId: string): number[] {
  const steps = [claimId, ...ancestorsOf(state, claimId)].reverse();
  return [laneIndex(state, laneOf(state, claimId)), ...steps.map((id) => siblingIndex(state, id))];
}

/** The number of positions before this one. */
function laneIndex(state: DebateState, positionId: string | null): number {
  const lane = state.positions.get(positionId ?? '');
  if (!lane) return state.positions.size;
  return [...state.positions.values()].filter(
    ({ id, order }) => order < lane.order || (order === lane.order && id < lane.id),
  ).length;
}

function siblingIndex(state: DebateState, claimId: string): number {
  const parent: Target | null = parentOf(state, claimId);
  return parent ? childrenOf(state, parent).findIndex(({ id }) => id === claimId) : -1;
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
  const parting = a.findIndex((step, at) => step !== b[at]);
  if (parting === -1) return a.length - b.length;
  return (a[parting] ?? 0) - (b[parting] ?? -1);
}
