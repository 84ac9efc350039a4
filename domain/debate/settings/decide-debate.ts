import { changedFields } from '../engine/changed-fields.ts';
import { accept, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { RejectionCode } from '../engine/rejections.ts';
import type { DebateState } from '../engine/state.ts';
import type { Ballots } from '../head/head.ts';
import { isLooser, namesIn } from '../head/names.ts';
import { nameProblem, textProblem } from '../texts/wording.ts';
import { mayChooseResearch } from '../votes/ballots.ts';

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
  const ballots = ballotsProblem(state, wanted.ballots);
  if (ballots) return refuse(ballots);
  const changed = changedFields(state.head?.settings ?? {}, wanted);
  return Object.keys(changed).length === 0
    ? refuse('nothing_changed')
    : accept({ type: 'debate.configured', ...changed });
}

/** People vote because the ballot is as it is. A refusal must not disclose that there are hidden votes. */
function ballotsProblem(state: DebateState, wanted: Ballots | undefined): RejectionCode | null {
  const now = state.head?.settings.ballots ?? 'open';
  if (wanted === undefined || wanted === now) return null;
  if (now !== 'open') return 'ballots_kept';
  return wanted === 'research' && !mayChooseResearch(state) ? 'ballots_late' : null;
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
