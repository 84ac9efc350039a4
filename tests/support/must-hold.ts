import { brokenInvariants } from '../../domain/debate/engine/invariants.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';

/** Claims of a debate that is tried only after one in so many entries: the invariants are about all of it. */
const LARGE = 200;

/** Throws if an operation broke an invariant. */
export function mustHold(state: DebateState, operation: string): void {
  if (state.claims.size > LARGE && state.seq % LARGE !== 0) return;
  const broken = brokenInvariants(state);
  if (broken.length > 0) throw new Error(`${operation}: ${broken.join('; ')}`);
}
