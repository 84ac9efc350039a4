import type { Comment } from '../comments/comment.ts';
import { decideComment } from '../comments/decide-comment.ts';
import { accept, type Decision } from '../engine/decision.ts';
import type { EffectOf } from '../engine/define-event.ts';
import type { Effect } from '../engine/entries.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { RejectionCode } from '../engine/rejections.ts';
import type { DebateState } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import { isSteelman, type SteelmanAnswer, type SteelmanClaim } from '../map/steelman.ts';
import { teamOf } from '../positions/team-of.ts';
import { isHiddenFromReaders } from '../visibility/hidden-content.ts';
import { ownAnswer, recognizedAfter, recordedAnswer } from './recognition.ts';

type AnswerOperation = OperationOf<'steelman.answer'>;

/**
 * A person's answer to what another team wrote as the best case for their position, instead of their earlier one. It names the wording that
 * was read, so that an answer given while the authors reword it counts for the earlier wording; one that comes after an answer to a later
 * wording is refused.
 */
export function decideSteelmanAnswer(state: DebateState, operation: AnswerOperation, actor: Actor): Decision {
  const claim = state.claims.get(operation.claimId);
  if (!claim) return refuse('unknown_claim');
  if (!may(state, actor, operation.type, claim.author)) return refuse('not_allowed');
  if (!isSteelman(claim)) return refuse('not_steelman');
  const before = ownAnswer(claim, actor.id);
  if (operation.agrees === null) return before ? withdraw(state, claim, before) : refuse('unknown_answer');
  const isLate = operation.wording !== claim.wording && operation.wording < (before?.wording ?? 0);
  if (isLate) return refuse('wording_changed');
  const problem = answerProblem(state, claim, operation.wording) ?? teamProblem(state, claim, actor);
  if (problem) return refuse(problem);
  const { answerId, wording, agrees } = operation;
  const missing = agrees ? null : commentOfMissing(state, operation, actor);
  if (missing && !missing.ok) return missing;
  const answer = { id: answerId, author: actor.id, at: 0, wording, agrees };
  return answered(state, claim, before, answer, missing?.effects ?? []);
}

/**
 * Records that a position as a whole recognizes a steelman, for a team that is absent or agreed aloud; or removes that. Without a record, the
 * answers that recognize its present wording are removed: they may be of people who don't belong to the team.
 */
export function decideSteelmanRecord(
  state: DebateState,
  { type, claimId, answerId, wording }: OperationOf<'steelman.record'>,
  actor: Actor,
): Decision {
  const claim = state.claims.get(claimId);
  if (!claim) return refuse('unknown_claim');
  if (!may(state, actor, type, claim.author)) return refuse('not_allowed');
  if (!isSteelman(claim)) return refuse('not_steelman');
  const before = recordedAnswer(claim);
  if (wording === null) return before ? withdraw(state, claim, before) : endRecognition(claim);
  const problem = answerProblem(state, claim, wording);
  if (problem) return refuse(problem);
  const answer = { id: answerId, author: actor.id, at: 0, wording, agrees: true, recorded: true } as const;
  return answered(state, claim, before, answer, []);
}

function withdraw(state: DebateState, claim: SteelmanClaim, before: SteelmanAnswer): Decision {
  return accept({
    type: 'steelman.answerWithdrawn',
    claimId: claim.id,
    answerId: before.id,
    recognized: recognizedAfter(state, claim, { removed: before }),
  });
}

function endRecognition({ id: claimId, wording, steelman }: SteelmanClaim): Decision {
  if (!steelman.recognized.includes(wording)) return refuse('unknown_answer');
  const agreeing = steelman.answers.filter((one) => one.agrees && one.wording === wording);
  const recognized = steelman.recognized.filter((one) => one !== wording);
  return accept(
    ...agreeing.map(
      ({ id: answerId }) => ({ type: 'steelman.answerWithdrawn', claimId, answerId, recognized }) as const,
    ),
  );
}

/** The reason why nobody may answer a claim as it is, or null. */
function answerProblem(state: DebateState, claim: Claim, wording: number): RejectionCode | null {
  if (claim.retracted) return 'claim_retracted';
  if (state.merges.has(claim.id)) return 'claim_merged';
  if (isHiddenFromReaders(state, claim.id)) return 'content_hidden';
  return wording > claim.wordings ? 'wording_changed' : null;
}

/** People answer for the position they speak for. */
function teamProblem(state: DebateState, { positionId }: Claim, { id }: Actor): RejectionCode | null {
  if (state.head?.settings.teams === 'off') return 'teams_off';
  const team = teamOf(state, id);
  if (team === null) return 'no_team';
  return team === positionId ? null : 'other_team';
}

/** The comment that says what is missing, moderated and erased as one. The same answer again needs no other than the author's own. */
function commentOfMissing(
  state: DebateState,
  { claimId, answerId, missing }: AnswerOperation,
  actor: Actor,
): Decision {
  if (!missing) {
    const known = commentsOf(state, claimId, answerId);
    const isOwn = known.some(({ author, withdrawn }) => author === actor.id && !withdrawn);
    return isOwn ? accept() : refuse('text_empty');
  }
  const on = { kind: 'claim', id: claimId } as const;
  const comment = { type: 'comment.add', ...missing, on, replyTo: null } as const;
  const decision = decideComment(state, comment, actor);
  if (!decision.ok) return decision;
  return accept(
    ...decision.effects.map((effect) =>
      effect.type === 'comment.added' ? { ...effect, ofAnswer: answerId } : effect,
    ),
  );
}

/** The comments that say what is missing by this answer. */
function commentsOf({ comments, commentsOn }: DebateState, claimId: string, answerId: string): Comment[] {
  return (commentsOn.get(claimId) ?? []).flatMap((id) => {
    const comment = comments.get(id);
    return comment?.ofAnswer === answerId ? comment : [];
  });
}

function answered(
  state: DebateState,
  claim: SteelmanClaim,
  before: SteelmanAnswer | undefined,
  answer: SteelmanAnswer,
  effects: readonly Effect[],
): Decision {
  const recognized = recognizedAfter(state, claim, { removed: before, given: answer });
  const isSame =
    before?.agrees === answer.agrees &&
    before.wording === answer.wording &&
    effects.length === 0 &&
    `${claim.steelman.recognized}` === `${recognized}`;
  if (isSame) return refuse('nothing_changed');
  const { id: answerId, author: _author, at: _at, ...rest } = answer;
  // A comment with this id says what is missing by an earlier answer, which is only given again as it was.
  const isAgain = !answer.agrees && effects.length === 0;
  const isNamed = !isAgain && commentsOf(state, claim.id, answerId).length > 0;
  if (isNamed || claim.steelman.answers.some(({ id }) => id === answerId)) return refuse('id_taken');
  const effect: EffectOf<'steelman.answered'> = {
    type: 'steelman.answered',
    claimId: claim.id,
    answerId,
    ...rest,
    recognized,
    ...(before && { instead: before.id }),
  };
  return accept(...effects, effect);
}
