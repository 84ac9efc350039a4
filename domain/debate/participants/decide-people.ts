import { accept, acceptWordsOf, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, isModerator, may, outranks } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { DebateState } from '../engine/state.ts';
import { targetProblem } from '../map/targets.ts';
import { endedByRole, silenced } from '../meetings/floor.ts';
import { nameProblem } from '../texts/wording.ts';
import type { Participant, Role } from './participant.ts';
import { isAbove, roleOnJoining } from './role-on-joining.ts';

/** Lets a person take part, or in a higher role than before. */
export function decideParticipantJoin(
  state: DebateState,
  operation: OperationOf<'participant.join'>,
  actor: Actor,
): Decision {
  const { participantId } = operation;
  const role = roleOnJoining(state, participantId, operation.role);
  if (!may(state, actor, 'participant.join')) return refuse('not_allowed');
  const known = state.participants.get(participantId);
  if (known?.membership === 'banned') return refuse('banned');
  if (known?.membership === 'member' && !isAbove(role, known.role)) return refuse('already_joined');
  if (!known && state.participants.size >= LIMITS.participants)
    return refuse('too_many', LIMITS.participants);
  if (known?.membership === 'removed' && !known.erased) return comeBack(known, role);
  return accept({ type: 'participant.joined', participantId, role });
}

/**
 * Lets a removed person take part again. For everyone else they never left, so only moderators and they learn of it; another role reaches
 * everyone as an appointment does. The role comes first: a moderator does not come back as one.
 */
function comeBack({ id: participantId, role: before }: Participant, role: Role): Decision {
  const back = {
    type: 'participant.membershipChanged',
    participantId,
    membership: 'member',
    reason: null,
  } as const;
  // No moderator decided it.
  const appointed = { type: 'participant.appointed', participantId, role, unlogged: true } as const;
  return role === before ? acceptWordsOf(participantId, back) : acceptWordsOf(participantId, appointed, back);
}

/** Sets a person's role. Only the owner appoints and dismisses moderators. */
export function decideAppointment(
  state: DebateState,
  { participantId, role }: OperationOf<'participant.appoint'>,
  actor: Actor,
): Decision {
  const person = personIn(state, participantId);
  if (!person) return refuse('unknown_participant');
  const allowed = may(state, actor, 'participant.appoint') && outranks(actor, person.role);
  if (!allowed || !outranks(actor, role)) return refuse('not_allowed');
  if (person.role === role) return refuse('nothing_changed');
  const appointed = { type: 'participant.appointed', participantId, role } as const;
  return accept(appointed, ...endedByRole(state, { id: participantId, role }));
}

/** Transfers the debate to one of its participants. */
export function decideTransfer(
  state: DebateState,
  { participantId }: OperationOf<'debate.transfer'>,
  actor: Actor,
): Decision {
  const person = personIn(state, participantId);
  if (!person) return refuse('unknown_participant');
  if (!may(state, actor, 'debate.transfer')) return refuse('not_allowed');
  if (person.role === 'owner') return refuse('nothing_changed');
  if (person.membership !== 'member') return refuse('unknown_participant');
  return accept({ type: 'debate.transferred', participantId });
}

/** Mutes, removes or bans a person, with a reason; or lifts the sanction. */
export function decideSanction(
  state: DebateState,
  operation: OperationOf<'participant.mute' | 'participant.setMembership'>,
  actor: Actor,
): Decision {
  const { participantId } = operation;
  const person = personIn(state, participantId);
  if (!person) return refuse('unknown_participant');
  if (!may(state, actor, operation.type) || !outranks(actor, person.role)) return refuse('not_allowed');
  const eases = operation.type === 'participant.mute' ? !operation.muted : operation.membership === 'member';
  if (!eases && operation.reason === null) return refuse('invalid');
  const reason = eases ? null : operation.reason;
  const lasting = eases || !operation.minutes ? {} : { minutes: operation.minutes };
  if (operation.type === 'participant.mute') {
    const { muted } = operation;
    if (person.muted === muted && keepsEnd(person.mutedUntil, lasting)) return refuse('nothing_changed');
    const effect = { type: 'participant.muted', participantId, muted, reason, ...lasting } as const;
    return accept(effect, ...(muted ? silenced(state, participantId) : []));
  }
  const { membership } = operation;
  if (person.membership === membership && keepsEnd(person.outUntil, lasting))
    return refuse('nothing_changed');
  const effect = {
    type: 'participant.membershipChanged',
    participantId,
    membership,
    reason,
    ...lasting,
  } as const;
  if (membership === 'member') return accept(effect);
  // Others don't learn of the removal itself, so what ends with it is recorded by itself.
  const hidden = person.showsVotes
    ? [{ type: 'perspective.shown', participantId, shown: false } as const]
    : [];
  return accept(effect, ...silenced(state, participantId), ...hidden);
}

/** True if a sanction in force would keep its end, because it has none before and after: minutes count from each decision. */
function keepsEnd(until: number | undefined, { minutes }: { readonly minutes?: number }): boolean {
  return until === undefined && minutes === undefined;
}

/** Renames a person. The log records that it was done; the name is stored elsewhere. */
export function decideRename(
  state: DebateState,
  { participantId, name }: OperationOf<'participant.rename'>,
  actor: Actor,
): Decision {
  const person = personIn(state, participantId);
  if (!person) return refuse('unknown_participant');
  if (!may(state, actor, 'participant.rename') || !outranks(actor, person.role)) return refuse('not_allowed');
  const problem = nameProblem(name, LIMITS.nameCharacters);
  return problem ? refuse(problem) : accept({ type: 'participant.renamed', participantId });
}

/** Chooses the position that the caller speaks for, or assigns one to another person. */
export function decideTeam(
  state: DebateState,
  { participantId, team, ifNone }: OperationOf<'team.choose'>,
  actor: Actor,
): Decision {
  const person = personIn(state, participantId);
  if (!person) return refuse('unknown_participant');
  const teams = state.head?.settings.teams ?? 'off';
  const chooses = teams !== 'assigned' || isModerator(actor);
  if (!may(state, actor, 'team.choose', participantId) || !chooses) return refuse('not_allowed');
  if (teams === 'off') return refuse('teams_off');
  const problem = team === null ? null : targetProblem(state, { kind: 'position', id: team });
  if (problem) return refuse(problem);
  if (person.team === team || (ifNone && person.team !== null)) return refuse('nothing_changed');
  return accept({ type: 'team.chosen', participantId, team });
}

/** A participant whose account exists: nothing is decided about an erased one. */
function personIn(state: DebateState, participantId: string): Participant | undefined {
  const person = state.participants.get(participantId);
  return person?.erased ? undefined : person;
}
