import type { Steps } from '../../collections/steps.ts';
import type { DebateState } from '../../debate/engine/state.ts';
import { showsVotes } from '../../debate/participants/shown-votes.ts';
import type { Answer, Vote } from '../../debate/votes/vote.ts';
import { countingFor } from '../../debate/votes/vote-count.ts';
import { disclosableParts, isDisclosable } from '../opinions/disclosure.ts';
import { statementsOf } from '../opinions/gather-opinions.ts';
import type { VoteCounts } from './perspective.ts';

/** The opinion groups beside which teams are shown. */
export interface ShownGroups {
  /** By participant. */
  readonly groupOf: ReadonlyMap<string, number>;
  /** Claims whose counts by group the analysis shows already, or showed before. */
  readonly listed: ReadonlySet<string>;
}

/** People whose votes others know: `now`, because they show them, or because they did `once`. */
type Consents = ReadonlyMap<string, 'now' | 'once'>;

/** The other data, beside votes, that decides what is shown. */
interface Basis {
  readonly consents: Consents;
  readonly groups: ShownGroups | null;
}

/** The votes of people who have one team and one group. */
interface Cell extends Record<Answer, number> {
  readonly team: string | null;
  readonly group: number | null;
  /** How many of these people don't show their votes themselves. */
  kept: number;
  /** How many of them never did. */
  unseen: number;
}

/** A claim's votes as its perspectives may show them. */
export interface ClaimPerspectives {
  readonly teams: ReadonlyMap<string, VoteCounts>;
  readonly groups: ReadonlyMap<number, VoteCounts>;
}

type VotesOnClaim = NonNullable<ReturnType<DebateState['votes']['get']>>;

/** A claim's perspectives, and the votes they were read from. */
interface Column {
  readonly of: readonly (VotesOnClaim | undefined)[];
  readonly isListed: boolean;
  /** Which of the two may be shown, now or with these votes before, where not both may stand beside each other; null: there was no such choice. */
  readonly only: 'teams' | 'groups' | null;
  readonly shown: ClaimPerspectives;
}

/** On how many claims each person's vote counts: for everyone, and for each team as far as it is shown. */
interface Voters {
  readonly everyone: Map<string, number>;
  readonly teams: Map<string, Map<string, number>>;
}

/** The perspectives of an open ballot. */
export interface GatheredPerspectives {
  readonly claims: ReadonlyMap<string, ClaimPerspectives>;
  /** How many people of each team voted on the claims that the team shows; of everyone, on any. */
  readonly people: { readonly everyone: number; readonly teams: ReadonlyMap<string, number> };
  /** Kept for the next update. */
  readonly columns: ReadonlyMap<string, Column>;
  readonly basis: Basis;
  readonly voters: Voters;
}

/**
 * The votes of an open ballot by team and by opinion group, as far as they may be shown: on each claim, all people of a team or group show
 * their votes themselves, or at least five of them never did; and so do those left over. Where a claim shows its groups, here or in the
 * analysis, this holds for the people of each team in each group too: then no sum or difference of what is shown is about fewer. It pauses
 * after each claim; of claims without new votes it keeps what it found before.
 */
export function* gatherPerspectives(
  state: DebateState,
  groups: ShownGroups | null,
  before: GatheredPerspectives | null = null,
): Steps<GatheredPerspectives> {
  const statements = statementsOf(state);
  yield;
  const basis = { consents: consentsIn(state), groups: withEarlier(groups, before?.basis.groups ?? null) };
  const changed = before && changedPeople(before.basis, basis);
  const voters = copyOf(before?.voters);
  const columns = new Map<string, Column>();
  yield;
  for (const id of statements) {
    const of = countingFor(state, id).map((counted) => state.votes.get(counted));
    const isListed = basis.groups?.listed.has(id) ?? false;
    const known = before?.columns.get(id);
    const isSame = known?.of.length === of.length && known.of.every((votes, nth) => votes === of[nth]);
    const isKnown = isSame && known.isListed === isListed && changed !== null && !haveVoted(of, changed);
    const column = isKnown ? known : readColumn(of, isListed, basis, isSame ? known.only : null);
    columns.set(id, column);
    if (!isSame || !showsSameTeams(known, column)) {
      if (known) countVoters(voters, known, -1);
      countVoters(voters, column, 1);
    }
    yield;
  }
  for (const [id, gone] of before?.columns ?? []) {
    if (columns.has(id)) continue;
    countVoters(voters, gone, -1);
    yield;
  }
  return {
    claims: new Map([...columns].map(([id, { shown }]) => [id, shown])),
    people: {
      everyone: voters.everyone.size,
      teams: new Map([...voters.teams].map(([team, people]) => [team, people.size])),
    },
    ...{ columns, basis, voters },
  };
}

function consentsIn(state: DebateState): Consents {
  const consents = new Map<string, 'now' | 'once'>();
  for (const [id, { everShowedVotes }] of state.participants)
    if (showsVotes(state, id)) consents.set(id, 'now');
    else if (everShowedVotes) consents.set(id, 'once');
  return consents;
}

/** Groups with the claims that were listed earlier: their counts have been read, and stay known once there are no groups. */
function withEarlier(groups: ShownGroups | null, earlier: ShownGroups | null): ShownGroups | null {
  if (!groups || !earlier) return groups ?? earlier;
  return { ...groups, listed: new Set([...earlier.listed, ...groups.listed]) };
}

/** So many changes at most are looked up claim by claim. */
const FEW_CHANGES = 20;

/** The people whose consent or group changed; null: too many to look up. */
function changedPeople(before: Basis, { consents, groups }: Basis): string[] | null {
  if ((before.groups === null) !== (groups === null)) return null;
  const changed = new Set(changedIn(before.consents, consents));
  for (const id of changedIn(before.groups?.groupOf, groups?.groupOf)) changed.add(id);
  return changed.size > FEW_CHANGES ? null : [...changed];
}

function changedIn(
  before: ReadonlyMap<string, unknown> = new Map(),
  now: ReadonlyMap<string, unknown> = new Map(),
): string[] {
  if (before === now) return [];
  return [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id));
}

function haveVoted(of: Column['of'], people: readonly string[]): boolean {
  return people.some((id) => of.some((votes) => votes?.has(id)));
}

/** Looks at each vote that counts for a claim: the first of each person's. */
function eachVote(of: Column['of'], look: (vote: Vote, voter: string) => void): void {
  if (of.length === 1) {
    of[0]?.forEach(look);
    return;
  }
  const seen = new Set<string>();
  for (const votes of of)
    votes?.forEach((vote, voter) => {
      if (seen.has(voter)) return;
      seen.add(voter);
      look(vote, voter);
    });
}

function readColumn(of: Column['of'], isListed: boolean, basis: Basis, before: Column['only']): Column {
  const { consents, groups } = basis;
  const cells = new Map<string | null, Map<number | null, Cell>>();
  eachVote(of, ({ answer, team = null }, voter) => {
    const group = groups?.groupOf.get(voter) ?? null;
    const ofTeam = cells.get(team) ?? new Map<number | null, Cell>();
    const cell = ofTeam.get(group) ?? { team, group, ...NOBODY };
    if (ofTeam.size === 0) cells.set(team, ofTeam);
    ofTeam.set(group, cell);
    cell[answer] += 1;
    const consent = consents.get(voter);
    if (consent !== 'now') cell.kept += 1;
    if (consent === undefined) cell.unseen += 1;
  });
  const all = [...cells.values()].flatMap((ofTeam) => [...ofTeam.values()]);
  // Every sum and difference of teams and groups is made of cells.
  const fit = all.every(({ kept, unseen }) => isDisclosable(unseen, kept));
  const teams = partsOf(all, ({ team }) => team);
  const first = before ?? (teams.size > 0 ? 'teams' : 'groups');
  const chosen = isListed ? 'groups' : first;
  const only = fit || groups === null ? before : chosen;
  return {
    ...{ of, isListed, only },
    shown: {
      teams: only === 'groups' ? NONE : teams,
      groups: groups === null || only === 'teams' ? NONE : partsOf(all, ({ group }) => group),
    },
  };
}

const NONE: ReadonlyMap<never, VoteCounts> = new Map<never, VoteCounts>();

/** The parts of a claim's votes that may be shown beside its total. People without a part are one too, which is never shown. */
function partsOf<Part>(
  cells: readonly Cell[],
  partOf: (cell: Cell) => Part | null,
): ReadonlyMap<Part, VoteCounts> {
  const parts = new Map<Part | null, Pick<Cell, Answer | 'kept' | 'unseen'>>();
  for (const cell of cells) {
    const part = parts.get(partOf(cell)) ?? { ...NOBODY };
    for (const number of NUMBERS) part[number] += cell[number];
    parts.set(partOf(cell), part);
  }
  const all = [...parts];
  const disclosed = disclosableParts(
    all.map(([, { unseen }]) => unseen),
    all.map(([, { kept }]) => kept),
  );
  const shown = new Map<Part, VoteCounts>();
  for (const [nth, [part, { agree, disagree, pass }]] of all.entries())
    if (part !== null && disclosed[nth]) shown.set(part, { agree, disagree, pass });
  return shown;
}

const NUMBERS = ['agree', 'disagree', 'pass', 'kept', 'unseen'] as const;
const NOBODY = { kept: 0, unseen: 0, agree: 0, disagree: 0, pass: 0 };

function copyOf({ everyone, teams }: Voters = { everyone: new Map(), teams: new Map() }): Voters {
  return {
    everyone: new Map(everyone),
    teams: new Map([...teams].map(([team, people]) => [team, new Map(people)])),
  };
}

/** Adds a claim's voters, or takes them out again. */
function countVoters({ everyone, teams }: Voters, { of, shown }: Column, by: 1 | -1): void {
  eachVote(of, ({ team }, voter) => {
    count(everyone, voter, by);
    if (team === undefined || !shown.teams.has(team)) return;
    const people = teams.get(team) ?? new Map<string, number>();
    count(people, voter, by);
    if (people.size === 0) teams.delete(team);
    else teams.set(team, people);
  });
}

function count(people: Map<string, number>, id: string, by: 1 | -1): void {
  const claims = (people.get(id) ?? 0) + by;
  if (claims === 0) people.delete(id);
  else people.set(id, claims);
}

function showsSameTeams(before: Column | undefined, { shown: { teams } }: Column): boolean {
  const known = before?.shown.teams;
  return known?.size === teams.size && [...teams.keys()].every((team) => known.has(team));
}
