import type { Effect } from '../engine/entries.ts';
import { LIMITS } from '../engine/limits.ts';
import type { DebateState } from '../engine/state.ts';
import type { Claim, Tally } from '../map/claim.ts';
import { allowsDoing, hidesClaims, phaseOf } from '../phases/phases.ts';
import { basisOf, isQuestion, mapRated, type Rated, ratingCountsOf, withCounts } from './ratings.ts';
import { NO_VOTES, type RatingCounts } from './vote.ts';

/** True if tallies are hidden while people vote: in a secret ballot, and in one for research. */
export function isBallotSecret({ head }: Pick<DebateState, 'head'>): boolean {
  return head !== null && head.settings.ballots !== 'open';
}

/** True if nobody may see any tally now: the phase hides them, or the ballot is secret and people may still vote. */
export function areTalliesHidden(state: Pick<DebateState, 'agenda' | 'head'>): boolean {
  if (phaseOf(state)?.hides.includes('tallies')) return true;
  return isBallotSecret(state) && takesVotes(state);
}

/** True if the debate and its phase allow voting now. */
export function takesVotes(state: Pick<DebateState, 'agenda' | 'head'>): boolean {
  return state.head?.status === 'open' && allowsDoing(state, 'vote');
}

/** True if some tallies are hidden: all of them, or those of so few votes that a person's could be guessed. */
export function areTalliesRestricted(state: Pick<DebateState, 'agenda' | 'head'>): boolean {
  return areTalliesHidden(state) || isBallotSecret(state);
}

/** True if a tally shows no votes, but may stand for a few: a secret total is only disclosed from some votes on. */
function mayHideFewVotes(state: Pick<DebateState, 'head'>, { agree, disagree, pass }: Tally): boolean {
  return isBallotSecret(state) && agree + disagree + pass === 0;
}

/** How many votes a claim has, as far as its tally tells: `hidden` while nobody may know, `few` if a secret total may stand for some. */
export function votesShown(
  state: Pick<DebateState, 'agenda' | 'head'>,
  tally: Tally,
): number | 'hidden' | 'few' {
  if (areTalliesHidden(state)) return 'hidden';
  return mayHideFewVotes(state, tally) ? 'few' : tally.agree + tally.disagree + tally.pass;
}

/** True if nobody else may know that this rating was given. The support of a question is never shown in a secret ballot. */
export function isRatingHidden(state: Pick<DebateState, 'agenda' | 'head'>, { type }: Effect): boolean {
  return type === 'question.supported' ? areTalliesRestricted(state) : areTalliesHidden(state);
}

/** The part of a state that decides how its totals are disclosed. */
type DisclosureState = Pick<DebateState, 'agenda' | 'head' | 'disclosedTotals'>;

/** A claim's tally as shown. In a secret ballot it is the last total that could be disclosed (`disclosed-totals.ts`). */
export function visibleTally(
  state: DisclosureState,
  { id, tally, wording }: Pick<Claim, 'id' | 'tally' | 'wording'>,
): Tally {
  if (!areTalliesRestricted(state)) return tally;
  const disclosed = areTalliesHidden(state) ? undefined : state.disclosedTotals.get(id)?.at(-1);
  if (disclosed === undefined) return NO_VOTES;
  const [agree = 0, disagree = 0, pass = 0, earlier = 0] = disclosed.counts;
  const people = agree + disagree + pass;
  if (people < LIMITS.secretTotal) return NO_VOTES;
  // Nobody has changed their answer since.
  if (disclosed.since.size === 0) return tally;
  return { agree, disagree, pass, earlier: wording === disclosed.wording ? earlier : people };
}

/** True if so much is hidden now that people may not even know that something happens. */
export function isActivityHidden(state: Pick<DebateState, 'agenda' | 'head'>): boolean {
  return hidesClaims(state) || areTalliesHidden(state);
}

/** A claim with its tally as shown. */
export function redactTally(state: DisclosureState, claim: Claim): Claim {
  const tally = visibleTally(state, claim);
  return tally === claim.tally ? claim : { ...claim, tally };
}

/** The counts of ratings as shown: by the rules of tallies. */
export function visibleRatings(state: DisclosureState, rated: Rated): RatingCounts | null {
  if (areTalliesHidden(state)) return null;
  if (!areTalliesRestricted(state)) return ratingCountsOf(rated);
  // Merging changes the support of a question by few people at once.
  if (isQuestion(rated)) return null;
  const disclosed = state.disclosedTotals
    .get(ratingsTotalOf(rated.id))
    ?.findLast(({ of }) => of[0] === basisOf(rated));
  const people = disclosed?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
  return disclosed && people >= LIMITS.secretTotal ? disclosed.counts : null;
}

/** The name of a disclosed total of ratings. That of a claim's votes is named after the claim. */
export function ratingsTotalOf(id: string): string {
  return `${id}.ratings`;
}

/** A record with its counts of ratings as shown. */
export function redactRatings<R extends Rated>(state: DisclosureState, rated: R): R {
  const visible = visibleRatings(state, rated);
  return visible === ratingCountsOf(rated) ? rated : withCounts(rated, visible);
}

/** True if an open ballot can still become one for research: nobody has voted, and nobody could have voted unseen. */
export function mayChooseResearch(state: DebateState): boolean {
  return (
    !isActivityHidden(state) &&
    !state.claims.some(({ tally: { agree, disagree, pass } }) => agree + disagree + pass > 0)
  );
}

/** A state in which every tally, and all counts of ratings, are as shown. */
export function redactTallies(state: DebateState): DebateState {
  if (!areTalliesRestricted(state)) return state;
  const tallied = { ...state, claims: state.claims.map((claim) => redactTally(state, claim)) };
  return mapRated(tallied, (rated) => redactRatings(state, rated));
}
