import { accept, type Decision } from '../engine/decision.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../head/names.ts';
import { isBallotSecret } from '../votes/ballots.ts';

/** Shows a person's own votes as a perspective to everyone who may read the debate, or no longer. Hiding them is never refused. */
export function decideShownVotes(
  state: DebateState,
  { shown }: OperationOf<'perspective.show'>,
  actor: Actor,
): Decision {
  const person = state.participants.get(actor.id);
  if (!person) return refuse('not_joined');
  if (!may(state, actor, 'perspective.show')) return refuse('not_allowed');
  const problem = shown ? shownVotesProblem(state) : null;
  if (problem) return refuse(problem);
  if (shown === (person.showsVotes ?? false)) return refuse('nothing_changed');
  return accept({ type: 'perspective.shown', participantId: actor.id, shown });
}

/** The reason why nobody may show their votes in this debate; null: each person may. */
export function shownVotesProblem(state: DebateState): 'votes_secret' | 'votes_anonymous' | null {
  if (isBallotSecret(state)) return 'votes_secret';
  return isAnonymous(state) ? 'votes_anonymous' : null;
}

/** True if a person shows their votes now: they agreed, are still here, and the debate allows it. */
export function showsVotes(state: DebateState, participantId: string): boolean {
  const person = state.participants.get(participantId);
  return person?.showsVotes === true && person.membership === 'member' && shownVotesProblem(state) === null;
}
