import { shownStrength } from '#domain/analysis/strength/shown-strength.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { NOBODY } from '#domain/debate/visibility/viewer.ts';
import { areTalliesHidden, areTalliesRestricted } from '#domain/debate/votes/ballots.ts';
import { isContested, moreDividedFirst } from '#domain/debate/votes/signs.ts';
import {
  type ArgumentMap,
  argumentMapOf,
  type MapClaim,
  type MapLink,
} from '#domain/formats/argument-map.ts';
import type { ExchangedDebate } from '#domain/formats/exchanged-debate.ts';
import { readable } from '#domain/formats/pages/readable-text.ts';
import { truncateText } from '#domain/formats/whole-text.ts';
import { type DrawnDebate, drawnDebate } from '../pictures/debate-picture.ts';
import { REPORT } from './report-words.ts';

export type VotesShown = 'none' | 'large' | 'all';

/** The data a report is written from. */
export interface ReportFacts extends DrawnDebate {
  /** Everything the exporter may see, the moderation log included; `state` is what everyone would see. */
  readonly whole: DebateState;
  readonly map: ArgumentMap;
  /** The branch that this is, in words; `null`: it is the whole debate. */
  readonly branch: string | null;
  /** Numbers of claims, positions and steps. */
  readonly numbers: ReadonlyMap<string, string>;
  /** The map's cross-links, by id. */
  readonly crossLinks: ReadonlyMap<string, MapLink>;
  /** Numbers of sources. */
  readonly notes: ReadonlyMap<string, number>;
  /** How votes are shown: hidden for now, only larger totals of a secret ballot, or all. */
  readonly votes: VotesShown;
  /** Undefined: too few votes to show it, or it doesn't count. */
  strengthOf(id: string): number | undefined;
  /** A participant's name; empty in an anonymous debate. */
  nameOf(id: string): string;
}

/** Collects the facts. */
export function reportFacts(debate: ExchangedDebate): ReportFacts {
  const drawn = drawnDebate(debate);
  const map = argumentMapOf(debate);
  const numbers = new Map([...map.positions, ...map.claims].map(({ id, number }) => [id, number]));
  for (const { link, number } of map.claims) numbers.set(link.id, number);
  return {
    ...drawn,
    whole: debate.state,
    map,
    branch: debate.branch ? branchWords(debate.branch.id, drawn.state, numbers) : null,
    numbers,
    crossLinks: new Map(map.crossLinks.map((link) => [link.id, link])),
    notes: new Map(map.sources.map(({ id }, at) => [id, at + 1])),
    votes: votesShown(debate.state),
    strengthOf: (id) => shownStrength(drawn.strengths, id),
    nameOf: (id) => (id === SYSTEM || id === NOBODY ? '' : (debate.names.get(id) ?? '')),
  };
}

/** Characters of the claim that names a branch. */
const NAMED = 160;

/** A branch by its claim or position, as far as every reader sees it. */
function branchWords(
  id: string,
  { claims, positions }: DebateState,
  numbers: ReadonlyMap<string, string>,
): string {
  const text = claims.get(id)?.text ?? positions.get(id)?.name;
  if (text === undefined) return REPORT.onlyBranch('');
  const words = `“${truncateText(readable(text).replace(/\s+/g, ' '), NAMED)}”`;
  return REPORT.onlyBranch([numbers.get(id), words].filter(Boolean).join(' '));
}

/** Maximum claims in a list of the results. */
const LISTED = 5;
/** Fewest votes that make a claim one of them. */
const LEAST_VOTES = 5;

/** The claims most people agree on, and the most controversial ones. */
export function mostAgreedAndContested({ map }: ReportFacts): {
  readonly agreed: readonly MapClaim[];
  readonly contested: readonly MapClaim[];
  /** True if any claim has enough votes for these lists. */
  readonly isMeasured: boolean;
} {
  const voted = map.claims.filter(
    ({ claim: { tally, retracted } }) => !retracted && votesOf(tally) >= LEAST_VOTES,
  );
  const agreement = ({ claim: { tally } }: MapClaim) => (tally.agree + 1) / (votesOf(tally) + 2);
  const agreed = voted
    .filter((each) => agreement(each) > 0.5)
    .sort((a, b) => agreement(b) - agreement(a))
    .slice(0, LISTED);
  const contested = voted
    .filter(({ claim: { tally } }) => isContested(tally))
    .sort((a, b) => moreDividedFirst(a.claim, b.claim))
    .slice(0, LISTED);
  return { agreed, contested, isMeasured: voted.length > 0 };
}

/** Votes for and against. */
function votesOf({ agree, disagree }: { agree: number; disagree: number }): number {
  return agree + disagree;
}

function votesShown(state: DebateState): VotesShown {
  if (areTalliesHidden(state)) return 'none';
  return areTalliesRestricted(state) ? 'large' : 'all';
}

/** The size of the debate, in words; a hidden number is stated as hidden, never as 0. */
export function votesLine({ map, votes }: ReportFacts): string[] {
  // A retracted claim is in the map only for the replies to it.
  const claims = map.claims.filter(({ claim }) => !claim.retracted);
  const count = claims.reduce(
    (sum, { claim: { tally } }) => sum + tally.agree + tally.disagree + tally.pass,
    0,
  );
  return [REPORT.counts(map.positions.length, claims.length), REPORT.votes(votes, count)];
}
