import { generateKeyBetween } from 'fractional-indexing';
import { isTaken } from '../claims/targets.ts';
import { accept, type Decision, refuse } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import type { DebateState } from '../engine/state.ts';
import { isLooser, namesIn } from '../participants/names.ts';
import { ROLES, type Role } from '../participants/participant.ts';
import { nameProblem, textProblem } from '../texts/wording.ts';

export function decideDebate(
  state: DebateState,
  operation: OperationOf<'debate.create' | 'debate.edit'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  const { title, motion } = operation;
  const problem =
    (title === undefined ? null : nameProblem(title, LIMITS.titleCharacters)) ??
    (motion === undefined ? null : textProblem(motion, LIMITS.motionCharacters));
  if (problem) return refuse(problem);
  if (operation.type === 'debate.create') return decideDebateCreate(state, operation);
  const changed = changedFields(state.head ?? {}, { title, motion });
  return Object.keys(changed).length === 0
    ? refuse('nothing_changed')
    : accept({ type: 'debate.edited', ...changed });
}

export function decideConfigure(
  state: DebateState,
  operation: OperationOf<'debate.configure'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  const { type, ...wanted } = operation;
  const problem = wanted.reasons?.map((reason) => textProblem(reason, LIMITS.reasonCharacters)).find(Boolean);
  if (problem) return refuse(problem);
  if (isLooser(wanted.names, namesIn(state))) return refuse('names_kept');
  // People voted because the ballot was secret.
  if (wanted.ballots === 'open' && state.head?.settings.ballots === 'secret') return refuse('ballots_kept');
  const changed = changedFields(state.head?.settings ?? {}, wanted);
  return Object.keys(changed).length === 0
    ? refuse('nothing_changed')
    : accept({ type: 'debate.configured', ...changed });
}

function decideDebateCreate(state: DebateState, operation: OperationOf<'debate.create'>): Decision {
  if (state.head !== null) return refuse('debate_exists');
  const { title, motion, visibility, settings, ownerId, plenary } = operation;
  const created = { type: 'debate.created', title, motion, visibility, settings } as const;
  return accept(plenary === undefined ? created : { ...created, plenary }, {
    type: 'participant.joined',
    participantId: ownerId,
    role: 'owner',
  });
}

export function decideParticipantJoin(
  state: DebateState,
  operation: OperationOf<'participant.join'>,
  actor: Actor,
): Decision {
  const { participantId, role } = operation;
  if (!may(state, actor, 'participant.join')) return refuse('not_allowed');
  const known = state.participants.get(participantId);
  if (known?.membership === 'banned') return refuse('banned');
  if (known?.membership === 'member' && !isAbove(role, known.role)) return refuse('already_joined');
  if (!known && state.participants.size >= LIMITS.participants)
    return refuse('too_many', LIMITS.participants);
  return accept({ type: 'participant.joined', participantId, role });
}

/** True if one role is higher than the other. They are listed from the highest on. */
function isAbove(one: Role, other: Role): boolean {
  return ROLES.indexOf(one) < ROLES.indexOf(other);
}

export function decidePosition(
  state: DebateState,
  operation: OperationOf<'position.add' | 'position.edit'>,
  actor: Actor,
): Decision {
  const { positionId, name, hue } = operation;
  if (!may(state, actor, operation.type)) return refuse('not_allowed');
  const problem = name === undefined ? null : nameProblem(name, LIMITS.positionNameCharacters);
  if (problem) return refuse(problem);
  if (operation.type === 'position.add') return decidePositionAdd(state, operation);
  const position = state.positions.get(positionId);
  if (!position) return refuse('unknown_position');
  const changed = changedFields(position, { name, hue });
  return Object.keys(changed).length === 0
    ? refuse('nothing_changed')
    : accept({ type: 'position.edited', positionId, ...changed });
}

function decidePositionAdd(state: DebateState, operation: OperationOf<'position.add'>): Decision {
  const { positionId, name, hue, summary } = operation;
  const problem = textProblem(summary, LIMITS.positionSummaryCharacters, 'allowed');
  if (problem) return refuse(problem);
  if (isTaken(state, positionId)) return refuse('id_taken');
  if (state.positions.size >= LIMITS.positions) return refuse('too_many', LIMITS.positions);
  const last =
    [...state.positions.values()]
      .map(({ order }) => order)
      .sort()
      .at(-1) ?? null;
  const order = generateKeyBetween(last, null);
  return accept({ type: 'position.added', positionId, name, hue, summary, order });
}

/** The wanted fields that differ from the current ones: two people may change different ones at once. */
function changedFields<T extends object>(record: Partial<T>, wanted: T): Partial<T> {
  const changed: Partial<T> = {};
  for (const field in wanted) {
    if (wanted[field] !== undefined && !isSame(wanted[field], record[field])) changed[field] = wanted[field];
  }
  return changed;
}

function isSame(wanted: unknown, is: unknown): boolean {
  return wanted === is || (Array.isArray(wanted) && JSON.stringify(wanted) === JSON.stringify(is));
}
