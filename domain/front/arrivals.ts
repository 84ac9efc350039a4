import type { DebateState } from '../debate/engine/state.ts';

/** Maximum number of recently arrived claims that are shown regardless of rank. */
const LAST = 12;

/** Adds the claims that arrived between two states and keeps the most recent ones. */
export function withArrivals(
  known: readonly string[],
  before: DebateState,
  after: DebateState,
): readonly string[] {
  if (before.claims === after.claims) return known;
  const came = after.claims.changedSince(before.claims, () => true).filter((id) => after.claims.has(id));
  return came.length === 0 ? known : [...known, ...came].slice(-LAST);
}
