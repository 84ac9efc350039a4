import { compileSteps } from '../analysis/graph/compiled-graph.ts';
import { countedOf, graphSteps } from '../analysis/graph/graph-of-debate.ts';
import { unansweredAttackers } from '../analysis/levers.ts';
import type { Steps } from '../collections/steps.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { sourcesOf } from '../debate/lineage/merged-contents.ts';
import { countOpenCriticalQuestions } from '../debate/lineage/open-critical-questions.ts';
import type { Claim } from '../debate/map/claim.ts';
import { mergeGroup } from '../debate/map/merged.ts';
import { laneOf } from '../debate/map/tree.ts';
import { asksForVote, currentAnswer } from '../debate/votes/guided-order.ts';
import { isContested } from '../debate/votes/signs.ts';

/** Filters beside words. */
export const TRAITS = ['contested', 'unanswered', 'unsourced', 'questioned', 'marked', 'locked'] as const;
/** The same in one debate, where the viewer's votes are known. */
export const VIEWER_TRAITS = [...TRAITS, 'unvoted'] as const;
export type Trait = (typeof VIEWER_TRAITS)[number];

/** A search with its filters; `null`: no filter. */
export interface SearchCriteria {
  readonly words: string;
  /** Authors, any of whom may have written it. */
  readonly authors: ReadonlySet<string> | null;
  /** Positions, any of which it belongs to. */
  readonly positions: ReadonlySet<string> | null;
  readonly trait: Trait | null;
  /** The participant whose votes count. */
  readonly viewer: string | null;
}

export const NO_CRITERIA: SearchCriteria = {
  words: '',
  authors: null,
  positions: null,
  trait: null,
  viewer: null,
};

/** True if there are filters beside words. */
export function isNarrowed({ authors, positions, trait }: SearchCriteria): boolean {
  return authors !== null || positions !== null || trait !== null;
}

/** A function that returns true if a position or claim passes the filters, apart from its words. */
export function* criteriaSteps(state: DebateState, wish: SearchCriteria): Steps<(id: string) => boolean> {
  const { authors, positions, trait } = wish;
  if (!isNarrowed(wish)) return () => true;
  const has = trait === null ? null : yield* traitSteps(state, trait, wish.viewer);
  return (id) => {
    const claim = state.claims.get(id);
    if (!claim) return authors === null && positions?.has(id) === true && trait === null;
    if (authors !== null && !authors.has(claim.author)) return false;
    const isHeld = positions?.has(claim.positionId ?? '') || positions?.has(laneOf(state, id) ?? '');
    return (positions === null || isHeld === true) && (has === null || has(claim));
  };
}

/** Sources of unanswered attacks, by state: searched again with every letter. */
const unanswered = new WeakMap<DebateState, ReadonlySet<string>>();

function* traitSteps(
  state: DebateState,
  trait: Trait,
  viewer: string | null,
): Steps<(claim: Claim) => boolean> {
  switch (trait) {
    case 'contested':
      return ({ tally }) => isContested(tally);
    case 'unanswered': {
      const attackers =
        unanswered.get(state) ??
        unansweredAttackers(yield* compileSteps(yield* graphSteps(countedOf(state))));
      unanswered.set(state, attackers);
      return ({ id }) => attackers.has(id);
    }
    case 'unsourced':
      return (claim) => sourcesOf(state, claim).length === 0;
    case 'questioned':
      return (claim) => countOpenCriticalQuestions(state, claim) > 0;
    case 'marked':
      return ({ id }) => mergeGroup(state, id).some((one) => state.reviews.has(one));
    case 'locked':
      return ({ id }) => state.locks.has(id);
    case 'unvoted':
      return (claim) => asksForVote(state, claim, viewer) && currentAnswer(state, claim, viewer) === null;
  }
}
