import { accept, type Decision } from '../engine/decision.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import { silenced } from '../meetings/floor.ts';

/**
 * Records that a person is erased, with or without their words. Only the server submits it, when it deletes the name and rewrites the log;
 * folding it only records that nobody is behind this participant any longer.
 */
export function decideErasure(
  state: DebateState,
  { participantId, words, fromConclusion }: OperationOf<'participant.erase'>,
  actor: Actor,
): Decision {
  const person = state.participants.get(participantId);
  if (!person) return refuse('unknown_participant');
  if (!may(state, actor, 'participant.erase')) return refuse('not_allowed');
  if (person.role === 'owner') return refuse('owns_debate');
  if (person.erased) return refuse('nothing_changed');
  const erased = { type: 'participant.erased', participantId, words } as const;
  return accept(fromConclusion ? { ...erased, fromConclusion } : erased, ...silenced(state, participantId));
}
