import { LIMITS } from '../engine/limits.ts';
import type { DebateState } from '../engine/state.ts';
import { hidesClaims } from '../phases/phases.ts';

/** A state in which only the author sees this until the reveal. */
export function embargo(state: DebateState, id: string, author: string): DebateState {
  return { ...state, embargoed: state.embargoed.set(id, { id, author }) };
}

/** The flag of an entry for content added now. */
export function embargoFlag(state: DebateState): { embargoed?: true } {
  return hidesClaims(state) ? { embargoed: true } : {};
}

/** True if as many of a person's contributions wait for the reveal as may. What they add now would be one more. */
export function hasAllUnrevealed(state: DebateState, person: string): boolean {
  return hidesClaims(state) && state.embargoed.count(({ author }) => author === person) >= LIMITS.unrevealed;
}
