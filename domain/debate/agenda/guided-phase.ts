import type { DebateState } from '../engine/state.ts';
import { phaseOf } from '../phases/phases.ts';
import { takesVotes } from '../votes/ballots.ts';

/** The id of the running phase if it asks everyone to vote on one claim after another; `null`: none does. */
export function guidedPhaseOf(state: Pick<DebateState, 'agenda' | 'head'>): string | null {
  const phase = phaseOf(state);
  return phase?.kind === 'guided_vote' && takesVotes(state) ? phase.id : null;
}
