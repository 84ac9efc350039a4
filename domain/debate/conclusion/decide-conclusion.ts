import { accept, type Decision } from '../engine/decision.ts';
import type { EffectOf } from '../engine/define-event.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { RejectionCode } from '../engine/rejections.ts';
import { type DebateState, isTaken } from '../engine/state.ts';
import { teamOf } from '../positions/team-of.ts';
import type { Signature } from './conclusion.ts';
import { isWritten, ownSignature, recordedSignature } from './signatures.ts';

/** Opens the conclusion for writing, or closes it. The first opening begins it. */
export function decideConclusionStatus(
  state: DebateState,
  { open }: OperationOf<'conclusion.setStatus'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, 'conclusion.setStatus')) return refuse('not_allowed');
  if ((state.conclusion?.open ?? false) === open) return refuse('nothing_changed');
  return accept({ type: 'conclusion.statusChanged', open });
}

/** Signs the conclusion for a position, in the actor's own name. A new signature replaces the earlier one. */
export function decideSign(
  state: DebateState,
  { signatureId, positionId, revision }: OperationOf<'conclusion.sign'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, 'conclusion.sign')) return refuse('not_allowed');
  const problem = signProblem(state, positionId, revision) ?? teamProblem(state, positionId, actor);
  if (problem) return refuse(problem);
  return accepted(state, ownSignature(state, actor.id), {
    type: 'conclusion.signed',
    signatureId,
    positionId,
    revision,
  });
}

/** Records that a position as a whole has signed the conclusion, or removes that. */
export function decideRecord(
  state: DebateState,
  { signatureId, positionId, revision }: OperationOf<'conclusion.record'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, 'conclusion.record')) return refuse('not_allowed');
  const before = recordedSignature(state, positionId);
  if (revision === null)
    return before
      ? accept({ type: 'conclusion.unsigned', signatureId: before.id })
      : refuse('unknown_signature');
  const problem = signProblem(state, positionId, revision);
  if (problem) return refuse(problem);
  return accepted(state, before, {
    type: 'conclusion.signed',
    signatureId,
    positionId,
    revision,
    recorded: true,
  });
}

/**
 * A signature in the place of the one before. Not with its id: in an anonymous debate, a moderator who moves a person to another team would
 * see which signature moves, and know it from then on.
 */
function accepted(
  state: DebateState,
  before: Signature | undefined,
  signed: EffectOf<'conclusion.signed'>,
): Decision {
  if (before?.positionId === signed.positionId && before.revision === signed.revision)
    return refuse('nothing_changed');
  if (isTaken(state, signed.signatureId)) return refuse('id_taken');
  return accept(before ? { ...signed, instead: before.id } : signed);
}

/** Nobody signs what they have not read: a signature on an older version is refused. */
function signProblem(state: DebateState, positionId: string, revision: number): RejectionCode | null {
  const position = state.positions.get(positionId);
  if (!position) return 'unknown_position';
  if (position.removed) return 'position_removed';
  if (!isWritten(state.conclusion)) return 'conclusion_empty';
  return state.conclusion.revision === revision ? null : 'conclusion_changed';
}

/** In a debate with teams, people sign for the position they speak for. */
function teamProblem(state: DebateState, positionId: string, { id }: Actor): RejectionCode | null {
  if (state.head?.settings.teams === 'off') return null;
  const team = teamOf(state, id);
  if (team === null) return 'no_team';
  return team === positionId ? null : 'other_team';
}

/** Withdraws the actor's own signature. */
export function decideUnsign(
  state: DebateState,
  { type }: OperationOf<'conclusion.unsign'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, type)) return refuse('not_allowed');
  const signature = ownSignature(state, actor.id);
  return signature
    ? accept({ type: 'conclusion.unsigned', signatureId: signature.id })
    : refuse('unknown_signature');
}
