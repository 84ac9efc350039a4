import { accept, type Decision, refuse } from '../engine/decision.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import type { DebateState } from '../engine/state.ts';
import { silenced } from '../meetings/floor.ts';

/**
 * Says that a person is erased, or their words as well. The server alone asks for it, when it takes the name away and writes
 * the log anew: what is folded of it here is that nobody stands behind this participant any more.
 */
export function decideErasure(
  state: DebateState,
  { participantId, words }: OperationOf<'participant.erase'>,
  actor: Actor,
): Decision {
  const person = state.participants.get(participantId);
  if (!person) return refuse('unknown_participant');
  if (!may(state, actor, 'participant.erase')) return refuse('not_allowed');
  if (person.role === 'owner') return refuse('owns_debate');
  if (person.erased) return refuse('nothing_changed');
  return accept({ type: 'participant.erased', participantId, words }, ...silenced(state, participantId));
}
