import { accept, type Decision } from '../engine/decision.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import { WHOLE_DEBATE } from './lock.ts';

/** Locks a claim, with or without its branch, a position's branch or the whole debate; and unlocks it. */
export function decideLock(
  state: DebateState,
  operation: OperationOf<'content.lock' | 'content.unlock'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  const { on } = operation;
  const lock = state.locks.get(on);
  if (operation.type === 'content.unlock') {
    return lock ? accept({ type: 'content.unlocked', on }) : refuse('nothing_changed');
  }
  if (!state.claims.has(on) && !state.positions.has(on) && on !== WHOLE_DEBATE)
    return refuse('unknown_target');
  const branch = operation.branch || !state.claims.has(on);
  return lock?.branch === branch ? refuse('nothing_changed') : accept({ type: 'content.locked', on, branch });
}
