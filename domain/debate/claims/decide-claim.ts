import { generateKeyBetween } from 'fractional-indexing';
import { isQuotedFrom } from '../comments/comment-words.ts';
import { needsApproval } from '../contributions/needs-approval.ts';
import { accept, acceptWordsOf, type Decision } from '../engine/decision.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, isModerator, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import type { RejectionCode } from '../engine/rejections.ts';
import { type DebateState, isTaken } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import type { Relation, Target } from '../map/link.ts';
import { attackProblem } from '../map/steelman.ts';
import { crossLinkBetween, targetProblem } from '../map/targets.ts';
import { ancestorsOf, everythingAbove, heightOf, mapPlaceOf, parentLinkOf } from '../map/tree.ts';
import { claimSideProblem, sideProblem, steelmanningTeam } from '../participants/teams.ts';
import { hidesClaims } from '../phases/phases.ts';
import { textProblem } from '../texts/wording.ts';
import { embargoFlag, hasAllUnrevealed } from '../visibility/embargo.ts';
import { isHiddenFromReaders, isUnderHidden } from '../visibility/hidden-content.ts';
import { orderKeyAt } from './order-keys.ts';
import { nextClaimAt } from './pace.ts';
import { randomOrderKey } from './random-order-key.ts';
import { awaitsApproval, type Placing, siblingsAt, siblingsPlacedAmong, siblingsSeen } from './siblings.ts';

export function decideClaimAdd(
  state: DebateState,
  operation: OperationOf<'claim.add'>,
  actor: Actor,
  now: number | null = null,
): Decision {
  const { claimId, linkId, target, relation, positionId, text, after, sources = [] } = operation;
  const { comment: origin } = operation;
  if (!may(state, actor, 'claim.add')) return refuse('not_allowed');
  const problem = textProblem(text, LIMITS.wordingCharacters);
  if (problem) return refuse(problem);
  if (claimId === linkId || isTaken(state, claimId) || isTaken(state, linkId)) return refuse('id_taken');
  if (positionId !== null && !state.positions.has(positionId)) return refuse('unknown_position');
  if (sources.some((id) => !state.sources.has(id))) return refuse('unknown_source');
  if (sources.length > LIMITS.sourcesPerClaim) return refuse('too_many', LIMITS.sourcesPerClaim);
  if (state.claims.size >= LIMITS.claims) return refuse('too_many', LIMITS.claims);
  const misplaced = placementProblem(state, null, target, relation);
  if (misplaced) return refuse(misplaced);
  if (isTooDeep(state, target, null)) return refuse('too_deep', LIMITS.depth);
  const side = sideProblem(state, actor, { holder: positionId, target, relation });
  if (side) return refuse(side);
  const words = origin === undefined ? null : originalAuthor(state, origin, text, actor);
  if (words && 'problem' in words) return refuse(words.problem);
  if (hasAllUnrevealed(state, words?.author ?? actor.id)) return refuse('unrevealed_full', LIMITS.unrevealed);
  const steelmanning = steelmanningTeam(state, words?.author ?? actor.id, positionId);
  if (now !== null && nextClaimAt(state, actor, now) !== null)
    return refuse('claim_rate_exceeded', state.head?.settings.pace);
  const waits = needsApproval(state, actor);
  const order = orderKey(state, target, { claimId, placed: null }, { actor, waits, after });
  const unique = [...new Set(sources)];
  const added = {
    type: 'claim.added',
    claimId,
    linkId,
    target,
    relation,
    positionId,
    text,
    order,
    sources: unique,
    ...(origin === undefined ? {} : { comment: origin }),
    ...(words && words.author !== actor.id && ({ byModerator: true } as const)),
    ...embargoFlag(state),
    ...(steelmanning !== null && { steelman: steelmanning }),
  } as const;
  const effect = waits ? ({ ...added, pendingApproval: true } as const) : added;
  return words ? acceptWordsOf(words.author, effect) : accept(effect);
}

/** The author of a claim made from a comment, or the reason why it may not be made from it. */
function originalAuthor(
  state: DebateState,
  commentId: string,
  text: string,
  actor: Actor,
): { readonly author: string } | { readonly problem: RejectionCode } {
  const comment = state.comments.get(commentId);
  if (!comment) return { problem: 'unknown_comment' };
  if (comment.withdrawn) return { problem: 'comment_withdrawn' };
  const { author } = comment;
  if (author === actor.id) return { author };
  if (!isModerator(actor)) return { problem: 'not_allowed' };
  if (isHiddenFromReaders(state, commentId)) return { problem: 'content_hidden' };
  return isQuotedFrom(comment.text, text) ? { author } : { problem: 'words_of_others' };
}

/** The claim's parent link keeps its identity, and with it its undercuts; only what it points at changes. */
export function decideClaimMove(
  state: DebateState,
  operation: OperationOf<'claim.move'>,
  actor: Actor,
): Decision {
  const { target, relation, after } = operation;
  const claim = state.claims.get(operation.claimId);
  if (!claim) return refuse('unknown_claim');
  if (!may(state, actor, 'claim.move', claim.author)) return refuse('not_allowed');
  if (claim.retracted) return refuse('claim_retracted');
  if (state.merges.has(claim.id)) return refuse('claim_merged');
  const misplaced = placementProblem(state, claim, target, relation);
  if (misplaced) return refuse(misplaced);
  const side = claimSideProblem(state, actor, claim, { target, relation });
  if (side) return refuse(side);
  if (crossLinkBetween(state, claim.id, target)) return refuse('duplicate_link');
  if (isAlreadyAt(state, claim, operation, actor)) return refuse('nothing_changed');
  if (isTooDeep(state, target, claim)) return refuse('too_deep', LIMITS.depth);
  const placing = { actor, waits: awaitsApproval(state, claim.id), after };
  const order = orderKey(state, target, { claimId: claim.id, placed: claim.parentLink }, placing);
  const moved = { type: 'claim.moved', claimId: claim.id, target, relation, order } as const;
  return accept(isUnderHidden(state, claim.id) ? { ...moved, wasHidden: true } : moved);
}

export function decideClaimRetraction(
  state: DebateState,
  operation: OperationOf<'claim.retract' | 'claim.restore'>,
  actor: Actor,
): Decision {
  const claim = state.claims.get(operation.claimId);
  if (!claim) return refuse('unknown_claim');
  if (!may(state, actor, operation.type, claim.author)) return refuse('not_allowed');
  const side = claimSideProblem(state, actor, claim);
  if (side) return refuse(side);
  if (state.merges.has(claim.id)) return refuse('claim_merged');
  if (operation.type === 'claim.retract') {
    if (claim.retracted) return refuse('claim_retracted');
    return decideReason(state, claim, operation.reason, actor);
  }
  if (!claim.retracted) return refuse('not_retracted');
  const isAgainstAuthor = claim.retractedFor === undefined && claim.author !== actor.id;
  const restored = { type: 'claim.restored', claimId: claim.id } as const;
  return accept(isAgainstAuthor ? { ...restored, againstAuthor: true } : restored);
}

/**
 * Retracting another person's claim needs a reason, shown to everyone who sees the claim. No reason is needed for a copy that a moderator
 * made from a comment or promoted from a group, because the original stays; nor for a claim that its author had retracted before a
 * moderator restored it.
 */
function decideReason(state: DebateState, claim: Claim, reason: string | undefined, actor: Actor): Decision {
  const retracted = { type: 'claim.retracted', claimId: claim.id } as const;
  const isOwn = claim.author === actor.id || actor.role === 'system';
  if (isOwn) return accept(retracted);
  const isCopy = state.origins.has(claim.id) || typeof state.promotions.get(claim.id)?.group === 'string';
  if (reason === undefined)
    return isCopy || claim.againstAuthor ? accept(retracted) : refuse('reason_missing');
  const isOffered = state.head?.settings.reasons.includes(reason);
  return isOffered ? accept({ ...retracted, reason }) : refuse('unknown_reason');
}

function placementProblem(
  state: DebateState,
  moved: Claim | null,
  target: Target,
  relation: Relation,
): RejectionCode | null {
  const problem = targetProblem(state, target);
  if (problem) return problem;
  if (target.kind === 'link' && relation !== 'attack') return 'link_not_supportable';
  const isAttacking = moved !== null && attacks(state, moved, target);
  const waiting = isAttacking ? null : attackProblem(state, target, relation);
  if (waiting) return waiting;
  return moved && everythingAbove(state, target).has(moved.id) ? 'cycle' : null;
}

/** True if a new claim, or one moved with its branch, would be too many levels down. */
function isTooDeep(state: DebateState, target: Target, moved: Claim | null): boolean {
  const levels = levelsAbove(state, target);
  if (moved === null) return levels + 1 > LIMITS.depth;
  const now = parentLinkOf(state, moved.id)?.target;
  // Walking a large branch takes milliseconds, so only one that gets deeper is.
  if (now && levels <= levelsAbove(state, now)) return false;
  return levels + 1 + heightOf(state, moved.id) > LIMITS.depth;
}

/** True if a claim attacks this from its place already: among its siblings it may still be moved. */
function attacks(state: DebateState, claim: Claim, target: Target): boolean {
  const link = parentLinkOf(state, claim.id);
  return link?.target.id === target.id && link.relation === 'attack';
}

/** The number of claims above something put on a target. */
export function levelsAbove(state: DebateState, target: Target): number {
  const place = mapPlaceOf(state, target);
  return place?.kind === 'claim' ? 1 + ancestorsOf(state, place.id).length : 0;
}

/**
 * True if a claim is already at the place it would be moved to, among the siblings that the actor sees: otherwise the answer would disclose
 * others between them.
 */
function isAlreadyAt(
  state: DebateState,
  claim: Claim,
  { target, relation, after }: OperationOf<'claim.move'>,
  actor: Actor,
): boolean {
  const link = parentLinkOf(state, claim.id);
  if (link?.target.id !== target.id || link.relation !== relation) return false;
  if (after === link.id) return true;
  const seen = siblingsSeen(state, siblingsAt(state, target.id, null), actor);
  const others = seen.filter((id) => id !== link.id);
  return seen.indexOf(link.id) === indexAfter(others, after);
}

/**
 * An order key for the place that `after` names; `placed`: the claim's parent link, if it has one. Claims that others don't see yet get drawn
 * ones: keys in a row would tell how many there are.
 */
function orderKey(
  state: DebateState,
  target: Target,
  { claimId, placed }: { claimId: string; placed: string | null },
  placing: Placing,
): string {
  const all = siblingsAt(state, target.id, placed);
  const siblings = siblingsPlacedAmong(state, all, placing);
  const keyOf = (id: string) => state.links.get(id)?.order ?? '';
  const isDrawn = placing.waits || hidesClaims(state);
  const taken = new Set(isDrawn || siblings.length < all.length ? all.map(keyOf) : []);
  return orderKeyAt(siblings, indexAfter(siblings, placing.after), keyOf, (before, behind) => {
    const next = isDrawn ? null : generateKeyBetween(before, behind);
    return next === null || taken.has(next) ? randomOrderKey(before, behind, claimId, taken) : next;
  });
}

/** The index after the sibling named by `after`; null: before all; absent, or gone meanwhile: after all. */
function indexAfter(siblings: readonly string[], after: string | null | undefined): number {
  if (after === null) return 0;
  const named = siblings.indexOf(after ?? '');
  return named === -1 ? siblings.length : named + 1;
}
