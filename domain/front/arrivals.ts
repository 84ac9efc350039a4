import type { DebateState } from '../debate/state.ts';

/** Claims that came while one looks on: so many of the last ones are shown, whatever they weigh. */
const LAST = 12;

/** The claims that came last, with those that came between two states. */
export function withArrivals(
  known: readonly string[],
  before: DebateState,
  after: DebateState,
): readonly string[] {
  if (before.claims === after.claims) return known;
  const came = after.claims.changedSince(before.claims, () => true).filter((id) => after.claims.has(id));
  return came.length === 0 ? known : [...known, ...came].slice(-LAST);
}
