import type { Steps } from '../collections/steps.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { mergeDirections } from '../debate/lineage/merge-directions.ts';
import type { Relation, Target } from '../debate/map/link.ts';
import { mergeGroup, resolveMerge } from '../debate/map/merged.ts';
import { ancestorsOf, mapPlaceOf, parentLinkOf } from '../debate/map/tree.ts';
import { isHiddenFromReaders } from '../debate/visibility/hidden-content.ts';
import type { ClaimIndex, SimilarPair } from './claim-index.ts';
import { isSameSide, type Side, sideOf } from './side-of.ts';

/** An argument being written. */
export interface ArgumentDraft {
  readonly target: Target;
  readonly relation: Relation;
  readonly text: string;
  /** Its writer; `null` before they join. */
  readonly author: string | null;
}

/** Most claims that a writer is shown. */
const SHOWN = 3;
/** Similarity from which a writer is shown a claim. Chosen on one half of the labelled set, like the other two. */
const LEAST_SHOWN = 0.08;
/** Factor for claims on the other side: they share words with what they deny. */
const OTHER_SIDE = 0.25;
/** Similarity from which two claims are likely duplicates. */
const LEAST_DUPLICATE = 0.25;
/** More pairs than anyone works through at once. */
const MOST_DUPLICATES = 200;

/**
 * The claims nearest to a draft, best first: not what it replies to, nor what is retracted or hidden from others. A merged claim's words
 * count for the claim it was merged into.
 */
export function saidAlready(state: DebateState, index: ClaimIndex, draft: ArgumentDraft): string[] {
  const { target, relation, text } = draft;
  const own = sideOf(state, target, relation);
  const weigh = (claimId: string) => {
    const now = resolveMerge(state, claimId);
    if (!isOffered(state, now, draft)) return 0;
    return isSameSide(own, sideOfClaim(state, now)) ? 1 : OTHER_SIDE;
  };
  const found = index.similarTo(text, weigh, SHOWN * 2).filter(({ similarity }) => similarity >= LEAST_SHOWN);
  const said = found.map(({ claimId }) => claimId);
  return stillOffered(state, said, draft).slice(0, SHOWN);
}

/** Those of the claims found for a draft that can be shown in this state; for a merged one, the claim it was merged into. */
export function stillOffered(state: DebateState, said: readonly string[], draft: DraftPlace): string[] {
  const now = said.map((claimId) => resolveMerge(state, claimId));
  return [...new Set(now)].filter((claimId) => isOffered(state, claimId, draft));
}

type DraftPlace = Pick<ArgumentDraft, 'target' | 'author'>;

function isOffered(state: DebateState, claimId: string, { target, author }: DraftPlace): boolean {
  const claim = state.claims.get(claimId);
  if (!claim || claim.retracted || claimId === mapPlaceOf(state, target)?.id) return false;
  return (author !== null && claim.author === author) || !isHiddenFromReaders(state, claimId);
}

function sideOfClaim(state: DebateState, claimId: string): Side {
  const link = parentLinkOf(state, claimId);
  return link ? sideOf(state, link.target, link.relation) : { lane: null, isFor: true };
}

/** Pairs of claims that likely say the same and can be merged, without dismissed ones, in small steps; the likeliest first. */
export function* findLikelyDuplicates(
  state: DebateState,
  index: ClaimIndex,
  isDismissed: (ids: SimilarPair['ids']) => boolean = () => false,
): Steps<SimilarPair[]> {
  const likely: SimilarPair[] = [];
  for (const pair of yield* index.pairs(LEAST_DUPLICATE)) {
    if (!isDismissed(pair.ids) && isLikelyDuplicate(state, ...pair.ids)) likely.push(pair);
    if (likely.length === MOST_DUPLICATES) break;
    yield;
  }
  return likely;
}

/** True if two similar claims can be merged, are on one side, and neither is above the other: a reply repeats the words it answers. */
export function isLikelyDuplicate(state: DebateState, a: string, b: string): boolean {
  if (mergeDirections(state, a, b).length === 0) return false;
  if (!isSameSide(sideOfClaim(state, a), sideOfClaim(state, b))) return false;
  return !isAbove(state, a, b) && !isAbove(state, b, a);
}

function isAbove(state: DebateState, above: string, below: string): boolean {
  const group = new Set(mergeGroup(state, above));
  return ancestorsOf(state, below).some((id) => group.has(id));
}
