import { generateKeyBetween } from 'fractional-indexing';
import { accept, type Decision, refuse } from './decision.ts';
import type { Effect } from './entries.ts';
import { LIMITS } from './limits.ts';
import type { OperationOf } from './operations.ts';
import { type Actor, may } from './permissions.ts';
import type { DebateState } from './state.ts';
import { isTaken } from './targets.ts';
import { textProblem } from './wording.ts';

export function decideDebate(
  state: DebateState,
  operation: OperationOf<'debate.create' | 'debate.edit'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  const { title, motion } = operation;
  const problem =
    (title === undefined ? null : textProblem(title, LIMITS.titleCharacters)) ??
    (motion === undefined ? null : textProblem(motion, LIMITS.motionCharacters));
  if (problem) return refuse(problem);
  if (operation.type === 'debate.edit') {
    if (title === undefined && motion === undefined) return refuse('nothing_changed');
    const changed: Effect = { type: 'debate.edited' };
    if (title !== undefined) changed.title = title;
    if (motion !== undefined) changed.motion = motion;
    return accept(changed);
  }
  if (state.head !== null) return refuse('debate_exists');
  const { visibility, settings, ownerId } = operation;
  return accept(
    { type: 'debate.created', title: operation.title, motion: operation.motion, visibility, settings },
    { type: 'participant.joined', participantId: ownerId, role: 'owner' },
  );
}

export function decideParticipantJoin(
  state: DebateState,
  operation: OperationOf<'participant.join'>,
  actor: Actor,
): Decision {
  const { participantId, role } = operation;
  if (!may(state, actor, 'participant.join')) return refuse('not_allowed');
  if (state.head === null) return refuse('debate_not_found');
  if (state.participants.has(participantId)) return refuse('already_joined');
  if (state.participants.size >= LIMITS.participants) return refuse('too_many', LIMITS.participants);
  return accept({ type: 'participant.joined', participantId, role });
}

export function decidePosition(
  state: DebateState,
  operation: OperationOf<'position.add' | 'position.edit'>,
  actor: Actor,
): Decision {
  const { positionId, name, hue, summary } = operation;
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  const problem =
    textProblem(name, LIMITS.positionNameCharacters) ??
    textProblem(summary, LIMITS.positionSummaryCharacters, 'allowed');
  if (problem) return refuse(problem);
  if (operation.type === 'position.edit') {
    const position = state.positions.get(positionId);
    if (!position) return refuse('unknown_position');
    if (position.name === name && position.hue === hue && position.summary === summary) {
      return refuse('nothing_changed');
    }
    return accept({ type: 'position.edited', positionId, name, hue, summary });
  }
  if (isTaken(state, positionId)) return refuse('id_taken');
  if (state.positions.size >= LIMITS.positions) return refuse('too_many', LIMITS.positions);
  const last = state.positions.reduce<string | null>(
    (max, { order }) => (max === null || order > max ? order : max),
    null,
  );
  const order = generateKeyBetween(last, null);
  return accept({ type: 'position.added', positionId, name, hue, summary, order });
}
