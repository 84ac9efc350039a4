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
