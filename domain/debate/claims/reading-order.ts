import type { DebateState } from '../engine/state.ts';
import type { Target } from '../links/link.ts';
import { ancestorsOf, childrenOf, laneOf, parentOf } from './tree.ts';

/** Claims as one reads the debate: position by position, and each claim before what answers it. */
export function inReadingOrder(state: DebateState, claimIds: Iterable<string>): string[] {
  return [...claimIds]
    .map((id) => ({ id, way: wayTo(state, id) }))
    .sort((a, b) => compareWays(a.way, b.way))
    .map(({ id }) => id);
}

/** As which of its position's arguments one goes down to a claim, step by step; the position's own place first. */
function wayTo(state: DebateState, claimId: string): number[] {
  const steps = [claimId, ...ancestorsOf(state, claimId)].reverse();
  return [placeOfLane(state, laneOf(state, claimId)), ...steps.map((id) => placeAmong(state, id))];
}

/** How many positions stand before one. */
function placeOfLane(state: DebateState, positionId: string | null): number {
  const lane = state.positions.get(positionId ?? '');
  if (!lane) return state.positions.size;
  return [...state.positions.values()].filter(
    ({ id, order }) => order < lane.order || (order === lane.order && id < lane.id),
  ).length;
}

function placeAmong(state: DebateState, claimId: string): number {
  const parent: Target | null = parentOf(state, claimId);
  return parent ? childrenOf(state, parent).findIndex(({ id }) => id === claimId) : -1;
}

function compareWays(a: readonly number[], b: readonly number[]): number {
  const parting = a.findIndex((step, at) => step !== b[at]);
  if (parting === -1) return a.length - b.length;
  return (a[parting] ?? 0) - (b[parting] ?? -1);
}
