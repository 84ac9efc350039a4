import type { DebateState } from '../engine/state.ts';
import { mergeProblem } from './decide-lineage.ts';

/** Which of two claims can stay when they are merged: the other, this one, both or neither. */
export function mergeDirections(state: DebateState, claimId: string, other: string): ('other' | 'this')[] {
  return [
    ...(mergeProblem(state, claimId, other) === null ? (['other'] as const) : []),
    ...(mergeProblem(state, other, claimId) === null ? (['this'] as const) : []),
  ];
}
