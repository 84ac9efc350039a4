import { hidesClaims } from '../agenda/phases.ts';
import type { DebateState } from '../engine/state.ts';

/** A state in which this is its author's alone until the reveal. */
export function embargo(state: DebateState, id: string, author: string): DebateState {
  return { ...state, veiled: state.veiled.set(id, { id, author }) };
}

/** What an entry says of something that is added now. */
export function embargoFlag(state: DebateState): { veiled?: true } {
  return hidesClaims(state) ? { veiled: true } : {};
}
