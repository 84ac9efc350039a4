import { diffText, reapplyWording } from '../../ot/text-change.ts';
import { levelsAbove } from '../claims/decide-claim.ts';
import { orderKeysBetween, SiblingKeys } from '../claims/order-keys.ts';
import { nextClaimAt } from '../claims/pace.ts';
import { awaitsApproval, siblingsAt, siblingsPlacedAmong } from '../claims/siblings.ts';
import { needsApproval } from '../contributions/needs-approval.ts';
import { restoredWording } from '../edits/decide-text.ts';
import { accept, type Decision } from '../engine/decision.ts';
import type { SequencedEntry } from '../engine/entries.ts';
import { LIMITS } from '../engine/limits.ts';
import type { OperationOf } from '../engine/operations.ts';
import { type Actor, isModerator, may } from '../engine/permissions.ts';
import { refuse } from '../engine/refusal.ts';
import { type Rejection, type RejectionCode, toRejection } from '../engine/rejections.ts';
import { type DebateState, isTaken } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import type { Link, Target } from '../map/link.ts';
import { mergedWay, mergesBelow } from '../map/merged.ts';
import { attackProblem, awaitsRecognition } from '../map/steelman.ts';
import { targetProblem } from '../map/targets.ts';
import { everythingAbove, heightOf, parentLinkOf } from '../map/tree.ts';
import { claimSideProblem, splitSideProblem } from '../participants/teams.ts';
import { textProblem } from '../texts/wording.ts';
import { isHiddenFrom, isHiddenFromReaders, isUnderHidden } from '../visibility/hidden-content.ts';
import { viewerOf } from '../visibility/viewer.ts';
import { argumentsBefore } from './split-parts.ts';

type SplitOperation = OperationOf<'claim.split'>;

/**
 * A claim that says the same as another leaves the map; its contributions and replies are shown with the other. Both must be visible to
 * everyone, or dependents of one would become visible or hidden with the other.
 */
export function decideMerge(
  state: DebateState,
  { claimId, into }: OperationOf<'claim.merge'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, 'claim.merge')) return refuse('not_allowed');
  const problem = mergeProblem(state, claimId, into);
  return problem ? refuse(problem) : accept({ type: 'claim.merged', claimId, into });
}

/** The reason why a claim cannot be merged into another as they are now, or null. */
export function mergeProblem(state: DebateState, claimId: string, into: string): Rejection | null {
  const claim = state.claims.get(claimId);
  if (!claim) return toRejection('unknown_claim');
  const problem = unfitProblem(state, claim) ?? targetProblem(state, onClaim(into));
  if (problem) return toRejection(problem);
  if (isHiddenFromReaders(state, into)) return toRejection('content_hidden');
  // Together they would be another wording than the one that waits, and bring attacks along.
  const other = state.claims.get(into);
  if (awaitsRecognition(claim) || (other && awaitsRecognition(other))) return toRejection('steelman_waiting');
  const misfit = joiningProblem(state, claimId, into);
  return misfit?.code === 'cycle' ? toRejection('merge_loop') : misfit;
}

/** A merged claim returns to its place, with its contributions and replies. */
export function decideUnmerge(
  state: DebateState,
  { claimId }: OperationOf<'claim.unmerge'>,
  actor: Actor,
): Decision {
  if (!may(state, actor, 'claim.unmerge')) return refuse('not_allowed');
  if (!state.claims.has(claimId)) return refuse('unknown_claim');
  const from = state.merges.get(claimId)?.into;
  if (from === undefined) return refuse('nothing_changed');
  const place = parentLinkOf(state, claimId)?.target;
  const levels = place ? levelsAbove(state, place) + 1 + heightOf(state, claimId) : 0;
  if (levels > LIMITS.depth) return refuse('too_deep', LIMITS.depth);
  const unmerged = { type: 'claim.unmerged', claimId, from } as const;
  return accept(isUnderHidden(state, claimId) ? { ...unmerged, wasHidden: true } : unmerged);
}

/**
 * A claim that says more than one thing gives parts of its wording to separate claims: by the same author, after it, citing what it cites.
 * It keeps its identity, and so its votes, which answered the whole.
 */
export function decideSplit(
  state: DebateState,
  operation: SplitOperation,
  actor: Actor,
  now: number | null = null,
): Decision {
  const { claimId, was, text, parts } = operation;
  const claim = state.claims.get(claimId);
  if (!claim) return refuse('unknown_claim');
  if (!may(state, actor, 'claim.split', claim.author)) return refuse('not_allowed');
  // Parts are new claims: they would have to wait for approval, but the rest of this one would not.
  if (needsApproval(state, actor)) return refuse('not_allowed');
  const unfit = unfitProblem(state, claim) ?? claimSideProblem(state, actor, claim);
  if (unfit) return refuse(unfit);
  const again = parts.every(({ claimId: part }) => isJoinedPart(state, part, claimId));
  const problem =
    (again ? null : (newPartsProblem(state, claim, actor) ?? partsProblem(state, operation))) ??
    wordingProblem(was) ??
    wordingProblem(text);
  if (problem) return refuse(problem);
  const left = reapplyWording(was, text, claim.text);
  if (left === claim.text) return refuse('nothing_changed');
  const misworded = wordingProblem(left);
  if (misworded) return refuse(misworded);
  // Parts that had been joined are not new claims.
  if (!again && now !== null && nextClaimAt(state, actor, now) !== null)
    return refuse('claim_rate_exceeded', state.head?.settings.pace);
  const back = restoredWording(state, { ...claim, text: left });
  return accept({
    type: 'claim.split',
    claimId,
    change: diffText(claim.text, left),
    parts: placedParts(state, claim, operation, actor),
    taken: takenBy(state, operation, actor),
    ...(claim.author !== actor.id && { byModerator: true }),
    ...(back && { back }),
  });
}

/** Merges parts of a claim into it, and returns the replies it had before; so its wording returns too. */
export function decideJoin(state: DebateState, operation: OperationOf<'claim.join'>, actor: Actor): Decision {
  const { claimId } = operation;
  const claim = state.claims.get(claimId);
  if (!claim) return refuse('unknown_claim');
  if (!may(state, actor, 'claim.join', claim.author)) return refuse('not_allowed');
  const parts = [...new Set(operation.parts)];
  const unfit =
    unfitProblem(state, claim) ??
    claimSideProblem(state, actor, claim) ??
    parts.map((part) => rejoiningProblem(state, part, claimId)).find((found) => found !== null);
  if (unfit) return refuse(unfit);
  const splits = parts.flatMap((part) => state.splits.get(part) ?? []);
  const [split] = splits;
  if (!split || splits.some(({ seq }) => seq !== split.seq)) return refuse('nothing_changed');
  const whole = reapplyWording(split.left, split.whole, claim.text);
  const misworded = wordingProblem(whole);
  if (misworded) return refuse(misworded);
  const back = restoredWording(state, { ...claim, text: whole });
  return accept({
    type: 'claim.joined',
    claimId,
    parts,
    change: whole === claim.text ? null : diffText(claim.text, whole),
    returned: placedUnder(
      state,
      claimId,
      parts
        .flatMap((part) => argumentsBefore(state, part))
        .filter(({ from }) => isFreeFor(state, from, actor)),
    ),
    ...(back && { back }),
  });
}

const onClaim = (id: string): Target => ({ kind: 'claim', id });

/** The reason why a claim may be neither merged nor split as it is now, or null. */
function unfitProblem(state: DebateState, claim: Claim): RejectionCode | null {
  if (claim.retracted) return 'claim_retracted';
  if (state.merges.has(claim.id)) return 'claim_merged';
  return isHiddenFromReaders(state, claim.id) ? 'content_hidden' : null;
}

/** The reason why the replies to one claim may not become replies to another, or null. */
function joiningProblem(state: DebateState, claimId: string, into: string): Rejection | null {
  if (everythingAbove(state, onClaim(into)).has(claimId)) return toRejection('cycle');
  const levels = levelsAbove(state, onClaim(into)) + heightOf(state, claimId);
  // A merged claim adds no level, but a vote on it is counted again for each claim on its way.
  const merges = mergedWay(state, into).length + mergesBelow(state, claimId, LIMITS.depth);
  return Math.max(levels, merges) > LIMITS.depth ? toRejection('too_deep', LIMITS.depth) : null;
}

function wordingProblem(text: string): Rejection | null {
  return textProblem(text, LIMITS.wordingCharacters);
}

/** The reason why nothing new may be written in the place of a claim, as its parts are; or null. */
function newPartsProblem(state: DebateState, claim: Claim, actor: Actor): Rejection | null {
  const place = parentLinkOf(state, claim.id);
  const problem =
    splitSideProblem(state, actor, claim) ?? (place && attackProblem(state, place.target, place.relation));
  return problem ? toRejection(problem) : null;
}

/** The reason why these may not become new claims, or null. */
function partsProblem(state: DebateState, { parts }: SplitOperation): Rejection | null {
  const ids = parts.flatMap((part) => [part.claimId, part.linkId]);
  if (new Set(ids).size < ids.length || ids.some((id) => isTaken(state, id))) return toRejection('id_taken');
  if (state.claims.size + parts.length > LIMITS.claims) return toRejection('too_many', LIMITS.claims);
  return parts.map(({ text }) => wordingProblem(text)).find((problem) => problem !== null) ?? null;
}

/** True if this was a part of a claim, and was joined to it again. */
function isJoinedPart({ splits, merges }: DebateState, part: string, claimId: string): boolean {
  const split = splits.get(part);
  return split?.from === claimId && split.joined && merges.get(part)?.into === claimId;
}

function rejoiningProblem(
  state: DebateState,
  part: string,
  claimId: string,
): RejectionCode | Rejection | null {
  const [claim, split] = [state.claims.get(part), state.splits.get(part)];
  if (!claim || split?.from !== claimId || split.joined) return 'nothing_changed';
  return unfitProblem(state, claim) ?? joiningProblem(state, part, claimId);
}

/** The parts with their places: after the claim that is split, in order; those that had been joined return to where they were. */
function placedParts(state: DebateState, claim: Claim, { parts }: SplitOperation, actor: Actor) {
  const link = parentLinkOf(state, claim.id);
  const all = siblingsAt(state, link?.target.id ?? '', null);
  const placing = { actor, waits: awaitsApproval(state, claim.id), after: claim.parentLink };
  const siblings = siblingsPlacedAmong(state, all, placing);
  const keyOf = (id: string | undefined) => state.links.get(id ?? '')?.order ?? null;
  const next = keyOf(siblings[siblings.indexOf(claim.parentLink) + 1]);
  const keys = new SiblingKeys(all.flatMap((id) => keyOf(id) ?? []));
  const orders = orderKeysBetween(link?.order ?? null, next, parts.length, keys);
  return parts.map(({ claimId, linkId, text }, at) => {
    const known = state.claims.get(claimId);
    const place = known && parentLinkOf(state, claimId);
    if (known && place) return { claimId, linkId: place.id, text: known.text, order: place.order };
    return { claimId, linkId, text, order: orders[at] ?? '' };
  });
}

/** The arguments that go to the parts. What has moved meanwhile, or may not be moved by the caller, stays where it is. */
function takenBy(state: DebateState, { claimId, parts }: SplitOperation, actor: Actor): SequencedEntry[] {
  const left = new Set(state.childLinks.get(claimId) ?? []);
  return parts.flatMap((part) => {
    const taken = part.takes.flatMap((id) => {
      const link = parentLinkOf(state, id);
      const isTheirs = isFreeFor(state, id, actor) && !isHiddenFrom(state, id, viewerOf(actor));
      return link && isTheirs && !state.merges.has(id) && left.delete(link.id) ? link : [];
    });
    return placedUnder(state, part.claimId, taken);
  });
}

/**
 * True if no lock holds an argument in its place by itself. A locked part's argument then stays with the part, and is shown with the whole.
 */
function isFreeFor(state: DebateState, claimId: string, actor: Actor): boolean {
  return isModerator(actor) || !state.locks.has(claimId);
}

/** Arguments under another claim, each at the place of its key; if that is taken, before what has come there since. */
function placedUnder(state: DebateState, claimId: string, links: readonly Link[]): SequencedEntry[] {
  const siblings = state.childLinks.get(claimId) ?? [];
  const keys = new SiblingKeys(siblings.map((id) => state.links.get(id)?.order ?? ''));
  return [...links]
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ id, order }) => {
      const [free = order] = keys.has(order) ? orderKeysBetween(keys.before(order), order, 1, keys) : [];
      keys.add(free);
      return { linkId: id, under: claimId, order: free };
    });
}
