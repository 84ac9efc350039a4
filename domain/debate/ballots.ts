import { LIMITS } from './limits.ts';
import { allowsDoing, hidesClaims, phaseOf } from './phases.ts';
import { type Claim, type DebateState, type Link, NO_VOTES, type Tally, type Weighing } from './state.ts';
import { withWeighing } from './weights.ts';

/** Is no tally told to anybody now: the phase hides them, or the ballot is secret and people may still vote? */
export function hidesTallies(state: Pick<DebateState, 'agenda' | 'head'>): boolean {
  if (phaseOf(state)?.hides.includes('tallies')) return true;
  const { head } = state;
  return head?.settings.ballots === 'secret' && head.life === 'open' && allowsDoing(state, 'vote');
}

/** Is anything withheld of tallies: all of them, or those of so few votes that a person's could be guessed? */
export function keepsTallies(state: Pick<DebateState, 'agenda' | 'head'>): boolean {
  return hidesTallies(state) || state.head?.settings.ballots === 'secret';
}

/** A claim's tally as it is told. Of a secret ballot only totals of several votes are. */
export function toldTally(
  state: Pick<DebateState, 'agenda' | 'head'>,
  { tally }: Pick<Claim, 'tally'>,
): Tally {
  if (!keepsTallies(state)) return tally;
  if (hidesTallies(state)) return NO_VOTES;
  return tally.agree + tally.disagree + tally.pass < LIMITS.secretTotal ? NO_VOTES : tally;
}

/** Is so much hidden now that it would tell something were people told that something happens at all? */
export function isHushed(state: Pick<DebateState, 'agenda' | 'head'>): boolean {
  return hidesClaims(state) || hidesTallies(state);
}

/** A claim with its tally as it is told. */
export function withToldTally(state: Pick<DebateState, 'agenda' | 'head'>, claim: Claim): Claim {
  const tally = toldTally(state, claim);
  return tally === claim.tally ? claim : { ...claim, tally };
}

/** The weights a link was given as they are told: by the rules of tallies. */
export function toldWeighing(
  state: Pick<DebateState, 'agenda' | 'head'>,
  { weighing }: Pick<Link, 'weighing'>,
): Weighing | null {
  if (weighing === undefined || hidesTallies(state)) return null;
  const people = weighing.reduce((sum, count) => sum + count, 0);
  return keepsTallies(state) && people < LIMITS.secretTotal ? null : weighing;
}

/** A link with its weights as they are told. */
export function withToldWeighing(state: Pick<DebateState, 'agenda' | 'head'>, link: Link): Link {
  return toldWeighing(state, link) === (link.weighing ?? null) ? link : withWeighing(link, null);
}

/** A state in which every tally is as it is told, and every weight of a link. */
export function withToldTallies(state: DebateState): DebateState {
  if (!keepsTallies(state)) return state;
  return {
    ...state,
    claims: state.claims.map((claim) => withToldTally(state, claim)),
    links: state.links.map((link) => withToldWeighing(state, link)),
  };
}
