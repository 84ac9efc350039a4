import { allowsDoing, hidesClaims, phaseOf } from '../agenda/phases.ts';
import type { Claim } from '../claims/claim.ts';
import { LIMITS } from '../engine/limits.ts';
import type { DebateState } from '../engine/state.ts';
import type { Link, Weighing } from '../links/link.ts';
import { stepOf, withWeighing } from '../links/weights.ts';
import { NO_VOTES, type Tally } from './vote.ts';

/** Is no tally told to anybody now: the phase hides them, or the ballot is secret and people may still vote? */
export function areTalliesHidden(state: Pick<DebateState, 'agenda' | 'head'>): boolean {
  if (phaseOf(state)?.hides.includes('tallies')) return true;
  return state.head?.settings.ballots === 'secret' && takesVotes(state);
}

/** True if the debate and its phase allow voting now. */
export function takesVotes(state: Pick<DebateState, 'agenda' | 'head'>): boolean {
  return state.head?.life === 'open' && allowsDoing(state, 'vote');
}

/** Is anything withheld of tallies: all of them, or those of so few votes that a person's could be guessed? */
export function areTalliesRestricted(state: Pick<DebateState, 'agenda' | 'head'>): boolean {
  return areTalliesHidden(state) || state.head?.settings.ballots === 'secret';
}

/** What of a state says how its totals are told. */
type Telling = Pick<DebateState, 'agenda' | 'head' | 'toldTotals'>;

/** A claim's tally as it is told. Of a secret ballot it is the last total that could be told (`told-totals.ts`). */
export function visibleTally(
  state: Telling,
  { id, tally, wording }: Pick<Claim, 'id' | 'tally' | 'wording'>,
): Tally {
  if (!areTalliesRestricted(state)) return tally;
  const told = areTalliesHidden(state) ? undefined : state.toldTotals.get(id)?.at(-1);
  if (told === undefined) return NO_VOTES;
  const [agree = 0, disagree = 0, pass = 0, earlier = 0] = told.counts;
  const people = agree + disagree + pass;
  if (people < LIMITS.secretTotal) return NO_VOTES;
  // Nobody answers otherwise since.
  if (told.since.size === 0) return tally;
  return { agree, disagree, pass, earlier: wording === told.wording ? earlier : people };
}

/** Is so much hidden now that it would tell something were people told that something happens at all? */
export function isActivityHidden(state: Pick<DebateState, 'agenda' | 'head'>): boolean {
  return hidesClaims(state) || areTalliesHidden(state);
}

/** A claim with its tally as it is told. */
export function redactTally(state: Telling, claim: Claim): Claim {
  const tally = visibleTally(state, claim);
  return tally === claim.tally ? claim : { ...claim, tally };
}

/** The weights a link was given as they are told: by the rules of tallies. */
export function visibleWeighing(
  state: Telling,
  link: Pick<Link, 'id' | 'weighing' | 'relation' | 'target'>,
): Weighing | null {
  if (areTalliesHidden(state)) return null;
  if (!areTalliesRestricted(state)) return link.weighing ?? null;
  const step = stepOf(link);
  const told = state.toldTotals.get(link.id)?.findLast(({ of }) => of[0] === step);
  const people = told?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
  return told && people >= LIMITS.secretTotal ? told.counts : null;
}

/** A link with its weights as they are told. */
export function redactWeighing(state: Telling, link: Link): Link {
  const told = visibleWeighing(state, link);
  return told === (link.weighing ?? null) ? link : withWeighing(link, told);
}

/** A state in which every tally is as it is told, and every weight of a link. */
export function redactTallies(state: DebateState): DebateState {
  if (!areTalliesRestricted(state)) return state;
  return {
    ...state,
    claims: state.claims.map((claim) => redactTally(state, claim)),
    links: state.links.map((link) => redactWeighing(state, link)),
  };
}
