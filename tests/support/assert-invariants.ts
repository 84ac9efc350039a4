import { brokenInvariants } from '../../domain/debate/engine/invariants.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';

/** Claims from which a debate is large. */
const LARGE_FROM = 200;
/** Entries from one check of a large debate to the next. */
const CHECKED_EVERY = 200;

/**
 * Throws if the state breaks an invariant. A check reads the whole debate, so one with more than 200 claims is checked at every 200th entry
 * only.
 */
export function assertInvariants(state: DebateState, operation: string): void {
  if (state.claims.size > LARGE_FROM && state.seq % CHECKED_EVERY !== 0) return;
  const broken = brokenInvariants(state);
  if (broken.length > 0) throw new Error(`${operation}: ${broken.join('; ')}`);
}
