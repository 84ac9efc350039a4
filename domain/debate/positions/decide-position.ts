import { generateKeyBetween } from 'fractional-indexing';
import { changedFields } from '../engine/changed-fields.ts';
import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import { type DebateState, isTaken } from '../engine/state.ts';
import { nameProblem, textProblem } from '../texts/wording.ts';

/** Adds a position, or changes its name or color. */
export function decidePosition(
  state: DebateState,
  operation: OperationOf<'position.add' | 'position.edit'>,
  actor: Actor,
): Decision {
  const { positionId, name, hue } = operation;
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  const problem = name === undefined ? null : nameProblem(name, LIMITS.positionNameCharacters);
  if (problem) return refuse(problem);
  if (operation.type === 'position.add') return decidePositionAdd(state, operation);
  const position = state.positions.get(positionId);
  if (!position) return refuse('unknown_position');
  const changed = changedFields(position, { name, hue });
  return Object.keys(changed).length === 0
    ? refuse('nothing_changed')
    : accept({ type: 'position.edited', positionId, ...changed });
}

function decidePositionAdd(state: DebateState, operation: OperationOf<'position.add'>): Decision {
  const { positionId, name, hue, summary } = operation;
  const problem = textProblem(summary, LIMITS.positionSummaryCharacters, 'allowed');
  if (problem) return refuse(problem);
  if (isTaken(state, positionId)) return refuse('id_taken');
  if (state.positions.size >= LIMITS.positions) return refuse('too_many', LIMITS.positions);
  const last =
    [...state.positions.values()]
      .map(({ order }) => order)
      .sort()
      .at(-1) ?? null;
  const order = generateKeyBetween(last, null);
  return accept({ type: 'position.added', positionId, name, hue, summary, order });
}
