import type { DebateState } from './state.ts';

/** True if anything in the debate uses this id. Ids share one space, so that a link is distinguishable from its target. */
export function isTaken(state: DebateState, id: string): boolean {
  return (
    state.claims.has(id) ||
    state.links.has(id) ||
    state.positions.has(id) ||
    state.comments.has(id) ||
    state.sources.has(id) ||
    state.reports.has(id) ||
    state.suggestions.has(id) ||
    state.groups.has(id) ||
    state.polls.has(id)
  );
}
