import type { Effect } from './entries.ts';
import { definitionOf } from './events.ts';
import type { Operation } from './operations.ts';
import type { DebateState } from './state.ts';

/**
 * The operation that reverts an effect, for undo: built on the state before it, and decided like any other when it is submitted, so that
 * undo never reverts what others did meanwhile. Null if nothing can be reverted.
 */
export function invertEffect(before: DebateState, effect: Effect, actor: string): Operation | null {
  return definitionOf(effect).invert(before, effect, actor);
}
