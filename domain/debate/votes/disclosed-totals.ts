import { PersistentMap } from '../../collections/persistent-map.ts';
import type { LogEntry } from '../engine/entries.ts';
import { sentAs } from '../engine/events.ts';
import { LIMITS } from '../engine/limits.ts';
import type { DebateState } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import { areTalliesHidden, isBallotSecret, ratingsTotalOf } from './ballots.ts';
import { claimsToRecount } from './claims-to-recount.ts';
import { ratedBy } from './project-ratings.ts';
import { allRated, basisOf, type Rated, ratingCountsOf } from './ratings.ts';
import type { DisclosedTotal, RatingCounts } from './vote.ts';
import { countedVote, countingFor } from './vote-count.ts';

/*
 * A disclosed total of a secret ballot stays known: its difference to a later total discloses the votes in between. So the log's states
 * record each disclosed total, and everyone who has changed their answer since. The next total is disclosed once they are enough; until
 * then the last one stays.
 */

type Totals = DebateState['disclosedTotals'];

/** Disclosure of totals: each as it is; for a secret ballot, after voting has ended; or not at all. */
type DisclosureMode = 'openly' | 'secretly' | 'not';

/** The state after an entry of the log, with the totals it discloses recorded. */
export function recordDisclosures(before: DebateState, after: DebateState, entry: LogEntry): DebateState {
  const [was, is] = [disclosureMode(before), disclosureMode(after)];
  const recorded =
    is === 'openly' ? NONE : was === 'openly' ? allTotals(before) : recordAnswers(before, after, entry);
  const next =
    is === 'secretly'
      ? new DisclosureLedger(after, recorded).disclose(was === 'secretly' ? entry : null)
      : recorded;
  return next === after.disclosedTotals ? after : { ...after, disclosedTotals: next };
}

const NONE: Totals = PersistentMap();

function disclosureMode(state: DebateState): DisclosureMode {
  if (areTalliesHidden(state)) return 'not';
  return isBallotSecret(state) ? 'secretly' : 'openly';
}

/** All totals of a state that shows them openly: the last ones shown, since totals are restricted from now on. */
function allTotals(state: DebateState): Totals {
  let totals = NONE;
  for (const claim of state.claims.values())
    if (peopleOn(claim) > 0) totals = totals.set(claim.id, [totalOfClaim(state, claim)]);
  for (const rated of allRated(state)) {
    const counts = ratingCountsOf(rated);
    if (counts) totals = totals.set(ratingsTotalOf(rated.id), [totalOfRatings(rated, counts)]);
  }
  return totals;
}

/** The totals, with everyone whose answer an entry changed. */
function recordAnswers(before: DebateState, after: DebateState, entry: LogEntry): Totals {
  const { effect, author } = entry;
  let totals = after.disclosedTotals;
  if (totals.size === 0) return totals;
  const follow = (id: string, people: Iterable<string>, answerIn: AnswerIn) => {
    const disclosed = totals.get(id);
    if (!disclosed) return;
    let next = disclosed;
    for (const person of people)
      next = next.map((total) =>
        withAnswer(total, person, answerIn(before, total, person), answerIn(after, total, person)),
      );
    totals = totals.set(id, next);
  };
  const rated = ratedBy(effect);
  if (rated !== null) follow(ratingsTotalOf(rated), [author], ratingOf(rated));
  const isVote = sentAs(effect) === 'tally';
  for (const id of claimsToRecount(effect, after))
    follow(id, isVote ? [author] : new Set([...votersOn(before, id), ...votersOn(after, id)]), voteOn(id));
  return totals;
}

type AnswerIn = (state: DebateState, total: DisclosedTotal, person: string) => string | null;

function voteOn(claimId: string): AnswerIn {
  return (state, _, person) => countedVote(state, claimId, person)?.answer ?? null;
}

function ratingOf(id: string): AnswerIn {
  return (state, { of: [basis] }, person) => {
    const own = state.ratings.get(id)?.get(person);
    return own && own.of === basis ? String(own.value) : null;
  };
}

function votersOn(state: DebateState, claimId: string): string[] {
  return countingFor(state, claimId).flatMap((on) => [...(state.votes.get(on)?.keys() ?? [])]);
}

/** A disclosed total after a person has changed their answer. */
function withAnswer(
  total: DisclosedTotal,
  person: string,
  was: string | null,
  is: string | null,
): DisclosedTotal {
  if (was === is) return total;
  const then = total.since.has(person) ? (total.since.get(person) ?? null) : was;
  const since = then === is ? total.since.delete(person) : total.since.set(person, then);
  return { ...total, since };
}

/** Discloses the totals of a state in which nobody may vote, as far as earlier disclosures allow. */
class DisclosureLedger {
  readonly #state: DebateState;
  /** By how many people two totals differ, at least: votes of a ballot for research may leave as rows, and could be added up. */
  readonly #difference: number;
  #totals: Totals;
  /** By claim: the claims with a disclosed total that counts its votes. */
  readonly #countedIn = new Map<string, Set<string>>();

  constructor(state: DebateState, totals: Totals) {
    this.#state = state;
    this.#difference = isForResearch(state) ? LIMITS.ballotRows : LIMITS.secretTotal;
    this.#totals = totals;
    for (const [id, disclosed] of totals) for (const { of } of disclosed) this.#note(id, of);
  }

  /** The totals with those disclosed now: all of them, or those that an entry changed after voting ended. */
  disclose(entry: LogEntry | null): Totals {
    const { claims, merges, votes } = this.#state;
    if (isForResearch(this.#state)) {
      const voters = new Set([...votes.values()].flatMap((on) => [...on.keys()]));
      if (voters.size < LIMITS.ballotRows) return this.#totals;
    }
    const concerned = entry === null ? [...claims.keys()] : claimsToRecount(entry.effect, this.#state);
    // The total of a merge target discloses all merged claims together, and then none of them separately.
    const [merged, standing] = [true, false].map((is) => concerned.filter((id) => merges.has(id) === is));
    for (const id of [...(standing ?? []), ...(merged ?? [])]) this.#discloseClaim(claims.get(id));
    if (entry === null) for (const rated of allRated(this.#state)) this.#discloseRatings(rated);
    return this.#totals;
  }

  #discloseClaim(claim: Claim | undefined): void {
    if (!claim || peopleOn(claim) < LIMITS.secretTotal) return;
    const total = totalOfClaim(this.#state, claim);
    if (total.of.some((on) => [...(this.#countedIn.get(on) ?? [])].some((id) => id !== claim.id))) return;
    this.#discloseTotal(claim.id, total, this.#totals.get(claim.id) ?? [], voteOn(claim.id));
  }

  #discloseRatings(rated: Rated): void {
    const counts = ratingCountsOf(rated);
    if (!counts || sum(counts) < LIMITS.secretTotal) return;
    const total = totalOfRatings(rated, counts);
    const name = ratingsTotalOf(rated.id);
    const before = (this.#totals.get(name) ?? []).filter(({ of }) => of[0] === total.of[0]);
    this.#discloseTotal(name, total, before, ratingOf(rated.id));
  }

  #discloseTotal(
    id: string,
    total: DisclosedTotal,
    before: readonly DisclosedTotal[],
    answerIn: AnswerIn,
  ): void {
    const all = this.#totals.get(id) ?? [];
    if (all.length >= LIMITS.disclosedTotals || before.at(-1)?.since.size === 0) return;
    const isGone = (person: string) => answerIn(this.#state, total, person) === null;
    if (!before.every((earlier) => passesDifferenceTest(earlier, isGone, this.#difference))) return;
    this.#totals = this.#totals.set(id, [...all, total]);
    this.#note(id, total.of);
  }

  #note(id: string, of: readonly string[]): void {
    for (const on of of) this.#countedIn.set(on, (this.#countedIn.get(on) ?? new Set()).add(id));
  }
}

/**
 * True if the current total may be disclosed after this one. Their difference discloses those who changed their answer. And if parts of the
 * earlier one were disclosed (`domain/analysis/opinions/secret-parts.ts`), each had at least five others next to it: these are still in the current total,
 * or as many have come.
 */
function passesDifferenceTest(
  { since }: DisclosedTotal,
  isGone: (person: string) => boolean,
  least: number,
): boolean {
  if (since.size === 0) return true;
  const came = [...since.values()].filter((then) => then === null).length;
  const hasLeft = [...since].some(([person, then]) => then !== null && isGone(person));
  return since.size >= least && (!hasLeft || came >= least);
}

function isForResearch({ head }: DebateState): boolean {
  return head?.settings.ballots === 'research';
}

function totalOfClaim(state: DebateState, { id, tally, wording }: Claim): DisclosedTotal {
  const { agree, disagree, pass, earlier } = tally;
  return { of: countingFor(state, id), counts: [agree, disagree, pass, earlier], wording, since: NOBODY };
}

function totalOfRatings(rated: Rated, counts: RatingCounts): DisclosedTotal {
  return { of: [basisOf(rated)], counts, wording: 0, since: NOBODY };
}

const NOBODY: DisclosedTotal['since'] = PersistentMap();

function peopleOn({ tally: { agree, disagree, pass } }: Pick<Claim, 'tally'>): number {
  return agree + disagree + pass;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
